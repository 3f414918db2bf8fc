import { verifyReplies, type VerifiedReplies } from '@danban/replies';
import type { House } from '../house.ts';
import { sha256 } from '../sha256.ts';
import { findNotedHeads, findOut, type OutRow } from './queries.ts';

/** Whether what went out is as it went out, held against the heads the log of acts noted. */
export async function verified(db: House['db'], survey: string, rows?: readonly OutRow[]): Promise<VerifiedReplies> {
  return verifyReplies(sha256, rows ?? (await findOut(db, survey)), await findNotedHeads(db, survey));
}
