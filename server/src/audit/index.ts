import { anchorText } from '@danban/audit';
import type { House } from '../house.ts';
import { findHead } from './queries.ts';

/** The end of the log as a person notes it; features record by `record.ts`. */
export async function auditHead(house: House): Promise<string> {
  const head = await findHead(house.db);
  if (head === undefined) throw new Error('the audit log has not begun');
  return anchorText(head);
}
