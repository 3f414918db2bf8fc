import { toHex } from '@danban/bytes';
import type { LogEntry } from '@danban/verify';
import type { House } from '../house.ts';
import { dayOf } from '../organisations/index.ts';
import { sha256 } from '../sha256.ts';
import { signLog } from './checkpoint.ts';
import { append, countBatches, findEntriesOf, insertLeaves, isLogged } from './queries.ts';

type Telling = Pick<House, 'db' | 'urn' | 'log' | 'logKey' | 'clock'>;

/** Brings what the urn has opened since into the log, batch after batch. Safe to repeat. */
export async function tellFlushes(house: Telling, survey: string): Promise<void> {
  if (!(await isLogged(house.db, survey))) return;
  let batch = await countBatches(house.db, survey);
  for (const { leaves, ...head } of await house.urn.leaves(survey, batch)) {
    batch += 1;
    const line: LogEntry = { kind: 'flush', survey, batch, ...head, on: dayOf(house.clock()) };
    await house.db.transaction().execute(async (trx) => {
      await insertLeaves(trx, survey, line.batch, leaves);
      await append(trx, line);
    });
  }
  await signLog(house);
}

const nothing = { size: 0, root: toHex(sha256(new Uint8Array())) };

/** After the last flush: nobody more is let in, and the tree stays as it is. Safe to repeat. */
export async function tellClosing(house: House, survey: string): Promise<void> {
  await tellFlushes(house, survey);
  await tellOnce(house, survey, 'closing', (told) => {
    const { size, root } = told.findLast((entry) => entry.kind === 'flush') ?? nothing;
    return { kind: 'closing', survey, size, root, on: dayOf(house.clock()) };
  });
}

/** Nothing that was sealed can be opened any more. Safe to repeat. */
export async function tellKeysDestroyed(house: House, survey: string): Promise<void> {
  const on = dayOf(house.clock());
  await tellOnce(house, survey, 'keys-destroyed', () => ({ kind: 'keys-destroyed', survey, on }));
}

async function tellOnce(
  house: House,
  survey: string,
  kind: LogEntry['kind'],
  entry: (told: LogEntry[]) => LogEntry,
): Promise<void> {
  const told = await findEntriesOf(house.db, survey);
  if (told.length === 0 || told.some((one) => one.kind === kind)) return;
  await house.db.transaction().execute((trx) => append(trx, entry(told)));
  await signLog(house);
}
