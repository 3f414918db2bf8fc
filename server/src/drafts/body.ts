import { createHash } from 'node:crypto';
import { canonicalJson } from '@danban/bytes';
import { draftBody, type DraftBody } from '@danban/contract';
import type { Db } from '@danban/db/vaults/house';
import { findBody } from './queries.ts';

/** The one text of a version, and its hash. */
export function frozenBody(body: DraftBody): { text: string; hash: Buffer } {
  const text = canonicalJson(body);
  return { text, hash: createHash('sha256').update(text).digest() };
}

/** A published version as it was frozen; null where there is none of this number. */
export async function bodyOf(db: Db, survey: string, number: number): Promise<DraftBody | null> {
  const text = await findBody(db, survey, number);
  return text === undefined ? null : draftBody.parse(JSON.parse(text));
}
