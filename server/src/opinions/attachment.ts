import type { OfficialOpinion } from '@danban/critique';
import type { House } from '../house.ts';
import { findFile, type Trx } from './queries.ts';

/** A file as the opinion it was sent with tells of it. */
export async function attachmentOf(
  db: House['db'] | Trx,
  organisation: string,
  file: string | null,
): Promise<OfficialOpinion['attachment']> {
  const found = file === null ? undefined : await findFile(db, organisation, file);
  if (!found) return null;
  const { name, media, bytes, digest } = found;
  return { name, media, size: bytes.length, sha256: digest.toString('hex') };
}
