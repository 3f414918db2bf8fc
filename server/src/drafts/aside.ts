import { readAside } from '../aside.ts';
import { ProblemError } from '../http/problem.ts';
import type { Brought, Reading, Understood } from './reading.ts';

const tooMuch: Understood = { ok: false, issue: { code: 'unpacks-too-large' } };

/** Reads a draft in a thread of its own; what cannot be read is refused with its reason, and nothing of it is kept. */
export async function readingOf(brought: Brought): Promise<Reading> {
  const read = await readAside<Understood>(new URL('./thread.ts', import.meta.url), brought, tooMuch);
  if (read.ok) return { ...read.value, hash: Buffer.from(read.value.hash) };
  const { issue } = read;
  if (issue.code === 'secret') throw new ProblemError('draft-secret');
  const path = 'text' in brought ? 'text' : 'file';
  throw new ProblemError('draft-not-read', [{ ...issue, path }]);
}
