import { createHash } from 'node:crypto';
import type { Actor } from '@danban/access';
import { ATTACHMENT, type ReadAttachment } from '@danban/consultation';
import type { AttachmentView } from '@danban/contract';
import { readAside } from '../aside.ts';
import { record } from '../audit/record.ts';
import type { House } from '../house.ts';
import { ProblemError } from '../http/problem.ts';
import { dayOf } from '../organisations/index.ts';
import * as queries from './attachments.queries.ts';
import { locked, mayEditIn } from './consultation.ts';
import { findPublished, findWorking } from './queries.ts';

/** Beside one version. */
const mostFiles = 10;

const unsafe = /[\p{C}/\\:*?"<>|%]+/gu;

/** The name somebody gave it, as every system takes it, with the ending that says what it is. */
export function safeName(name: string, media: string): string {
  const bare = name.normalize('NFC').replace(unsafe, ' ').replace(/\s+/g, ' ').trim();
  const stem = bare
    .replace(/\.[a-z]{3,4}$/i, '')
    .slice(0, 100)
    .trim();
  return `${stem === '' ? 'tai-lieu' : stem}.${media}`;
}

type Kept = Extract<ReadAttachment, { ok: true }>;

/** A file somebody brings, looked at in a thread of its own; refused with its reason. */
export async function readFile(bytes: Uint8Array): Promise<Kept> {
  const tooMuch: ReadAttachment = { ok: false, code: 'unpacks-too-large' };
  const found = await readAside<ReadAttachment>(new URL('./attachmentThread.ts', import.meta.url), bytes, tooMuch);
  if (found.ok) return found;
  if (found.code === 'secret') throw new ProblemError('draft-secret');
  const most = ATTACHMENT.bytes / 1024 / 1024;
  throw new ProblemError('attachment-not-read', [{ path: 'attachment', code: found.code, params: { most } }]);
}

/** Puts a file beside a version: the one in work, or one that is published. */
export async function attach(
  house: House,
  by: Actor,
  survey: string,
  { name, number }: { name: string; number: number },
  uploaded: Uint8Array,
): Promise<void> {
  const { kind: media, bytes } = await readFile(uploaded);
  await house.db.transaction().execute(async (trx) => {
    await locked(trx, survey, mayEditIn);
    const numbers = [(await findWorking(trx, survey))?.number, (await findPublished(trx, survey))[0]?.number];
    if (!numbers.includes(number)) throw new ProblemError('not-found');
    const beside = (await queries.findAttachments(trx, survey)).filter((one) => one.number === number);
    if (beside.length >= mostFiles) throw new ProblemError('attachment-too-many');
    const safe = safeName(name, media);
    if (beside.some((one) => one.name === safe)) throw new ProblemError('attachment-name-taken');
    const day = dayOf(house.clock());
    const file = { survey, number, name: safe, media, bytes: Buffer.from(bytes), by: by.id, day };
    await queries.insertAttachment(trx, file);
    const digest = createHash('sha256').update(bytes).digest('hex');
    const details = { number, media, bytes: bytes.length, file: digest };
    await record(house, trx, { by, act: 'draft.attach', object: survey, details });
  });
}

/** Takes it away again, as long as its version is not published. */
export async function detach(house: House, by: Actor, survey: string, id: string): Promise<void> {
  await house.db.transaction().execute(async (trx) => {
    await locked(trx, survey, mayEditIn);
    const file = (await queries.findAttachments(trx, survey)).find((one) => one.id === id);
    if (!file) throw new ProblemError('not-found');
    const published = await findPublished(trx, survey);
    if (published.some(({ number }) => number === file.number)) throw new ProblemError('attachment-stays');
    await queries.dropAttachment(trx, survey, id);
    const details = { number: file.number, media: file.media };
    await record(house, trx, { by, act: 'draft.detach', object: survey, details });
  });
}

export const attachmentsOf = (house: Pick<House, 'db'>, survey: string): Promise<AttachmentView[]> =>
  queries.findAttachments(house.db, survey);
