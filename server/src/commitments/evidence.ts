import { createHash } from 'node:crypto';
import type { Actor } from '@danban/access';
import type { EvidenceView } from '@danban/contract';
import { SHOWABLE, type ReadShowable, type ShowableMedia } from '@danban/files';
import type { Context } from 'hono';
import { readAside } from '../aside.ts';
import { record } from '../audit/record.ts';
import type { House } from '../house.ts';
import { ProblemError } from '../http/problem.ts';
import { dayOf } from '../organisations/index.ts';
import { dropWaiting, findEvidence, insertEvidence } from './files.queries.ts';

/** So many of hers wait for a mark: those of two, before the form is sent as she means it. */
const mostWaiting = 6;

async function readEvidence(uploaded: Uint8Array): Promise<Extract<ReadShowable, { ok: true }>> {
  const tooMuch: ReadShowable = { ok: false, code: 'damaged-file' };
  const found = await readAside<ReadShowable>(new URL('./evidenceThread.ts', import.meta.url), uploaded, tooMuch);
  if (found.ok) return found;
  const most = SHOWABLE.bytes / 1024 / 1024;
  throw new ProblemError('evidence-not-read', [{ path: 'files', code: found.code, params: { most } }]);
}

/** Takes a file that is to be evidence: what everybody will download, with its hash; it waits for its mark. */
export async function bringEvidence(
  house: House,
  by: Actor,
  survey: string,
  uploaded: Uint8Array,
): Promise<EvidenceView> {
  const { media, bytes } = await readEvidence(uploaded);
  const digest = createHash('sha256').update(bytes).digest();
  const day = dayOf(house.clock());
  return house.db.transaction().execute(async (trx) => {
    const brought = { survey, by: by.id };
    await dropWaiting(trx, brought, day, mostWaiting - 1);
    const id = await insertEvidence(trx, { ...brought, media, bytes: Buffer.from(bytes), digest, day });
    const details = { media, bytes: bytes.length, file: digest.toString('hex') };
    await record(house, trx, { by, act: 'reply.attach', object: survey, details });
    return { id, media, size: bytes.length };
  });
}

const types: Readonly<Record<ShowableMedia, string>> = {
  pdf: 'application/pdf',
  jpg: 'image/jpeg',
  png: 'image/png',
};

/** A picture may be looked at where it is, under a policy that lets nothing run or load; a PDF is kept. */
export async function sendEvidence(house: House, c: Context, survey: string): Promise<Response> {
  const [, sha256, ending] = /^([0-9a-f]{64})\.(pdf|jpg|png)$/.exec(c.req.param('file') ?? '') ?? [];
  const found = sha256 === undefined ? undefined : await findEvidence(house.db, survey, sha256);
  if (!found || found.media !== ending) throw new ProblemError('not-found');
  const way = ending === 'pdf' ? 'attachment' : 'inline';
  return c.body(new Uint8Array(found.bytes), 200, {
    'content-type': types[found.media],
    'content-disposition': `${way}; filename="minh-chung-${sha256!.slice(0, 12)}.${ending}"`,
  });
}
