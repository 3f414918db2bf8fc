import { setTimeout as sleep } from 'node:timers/promises';
import type { UrnDb } from '@danban/db/vaults/urn';
import { flushLog, standbysAt, type Standbys } from './durable.queries.ts';
import { UrnError } from './error.ts';

const patience = 2_000;
const pause = 25;

/**
 * Returns when everything written before the call lies on the disk here and on every standby: only then may a key go.
 * A busy server writes on meanwhile, so it is one position that is waited for, not the latest.
 * @throws UrnError when that takes longer than a moment; the job that asked is tried again
 */
export async function demandDurable(db: UrnDb): Promise<void> {
  const position = await flushLog(db);
  const deadline = performance.now() + patience;
  for (;;) {
    const standbys = await standbysAt(db, position);
    if (standbys === 'have-it') return;
    if (performance.now() > deadline) throw new UrnError(codeOf(standbys));
    await sleep(pause);
  }
}

function codeOf(standbys: Exclude<Standbys, 'have-it'>): UrnError['code'] {
  return standbys === 'unseen' ? 'standbys-unseen' : 'standby-behind';
}
