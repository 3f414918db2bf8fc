import { createHash } from 'node:crypto';
import { readFile, safeName } from '../drafts/attachments.ts';
import type { House } from '../house.ts';
import { ProblemError } from '../http/problem.ts';
import type { Inside } from './door.ts';
import { findFile, insertFile } from './queries.ts';
import { changeDraft } from './writing.ts';

/** Puts a file beside the draft, in place of the one there was. */
export async function attach(
  house: House,
  inside: Inside,
  { name, revision }: { name: string; revision: number },
  uploaded: Uint8Array,
): Promise<number> {
  const { kind: media, bytes } = await readFile(uploaded);
  if (media === 'xlsx') throw new ProblemError('attachment-not-read', [{ path: 'file', code: 'not-attachable' }]);
  const digest = createHash('sha256').update(bytes).digest();
  const row = { organisation: inside.organisation.id, name: safeName(name, media), media, digest };
  return changeDraft(house, inside, revision, async (trx, { body }) => {
    return { body, file: await insertFile(trx, { ...row, bytes: Buffer.from(bytes) }) };
  });
}

export const detach = (house: House, inside: Inside, revision: number): Promise<number> =>
  changeDraft(house, inside, revision, async (_, { body }) => ({ body, file: null }));

/** One to be kept: of this organisation, and for staff only once it was sent. */
export async function fileFor(
  house: House,
  organisation: string,
  file: string,
  sent: readonly { file: string | null }[] | null,
) {
  const found = await findFile(house.db, organisation, file);
  if (!found || (sent !== null && !sent.some((one) => one.file === file))) throw new ProblemError('not-found');
  return found;
}
