import { HASH, leafHasher, Tree } from '@danban/merkle';
import { toHex } from '@danban/bytes';
import { readLeaves, type LogEntry } from '@danban/verify';
import type { House } from '../house.ts';
import { dayOf } from '../organisations/index.ts';
import { signLog } from './checkpoint.ts';
import { append, countBatches, findEntriesOf, findLeaves, insertLeaves, isLogged } from './queries.ts';
import { sha256 } from '../sha256.ts';

type Telling = Pick<House, 'db' | 'urn' | 'log' | 'logKey' | 'clock'>;

/** How many leaves a survey has, and the root over them. */
interface Head {
  size: number;
  root: string;
}

function headsOf(batches: readonly Uint8Array[]): Head[] {
  const leaves = batches.flatMap((batch) => readLeaves(batch) ?? []);
  const tree = new Tree(sha256, leaves.map(leafHasher(sha256)));
  let size = 0;
  return batches.map((batch) => {
    size += batch.length / HASH;
    return { size, root: toHex(tree.root(size)) };
  });
}

const nothing: Head = { size: 0, root: toHex(sha256(new Uint8Array())) };

/** Brings what the urn has opened since into the log, batch after batch. Safe to repeat. */
export async function tellFlushes(house: Telling, survey: string): Promise<void> {
  const [isTold, batches, known] = await Promise.all([
    isLogged(house.db, survey),
    house.urn.leaves(survey),
    countBatches(house.db, survey),
  ]);
  if (!isTold) return;
  const heads = known < batches.length ? headsOf(batches) : [];
  for (let at = known; at < batches.length; at++) {
    await house.db.transaction().execute(async (trx) => {
      await insertLeaves(trx, survey, at + 1, Buffer.from(batches[at]!));
      const head = heads[at]!;
      await append(trx, { kind: 'flush', survey, batch: at + 1, ...head, on: dayOf(house.clock()) });
    });
  }
  await signLog(house);
}

/** After the last flush: nobody more is let in. Safe to repeat. */
export async function tellClosing(house: House, survey: string): Promise<void> {
  await tellFlushes(house, survey);
  await tellOnce(house, survey, 'closing', async () => {
    const head = headsOf(await findLeaves(house.db, survey)).at(-1) ?? nothing;
    return { kind: 'closing', survey, ...head, on: dayOf(house.clock()) };
  });
}

/** Nothing that was sealed can be opened any more. Safe to repeat. */
export async function tellKeysDestroyed(house: House, survey: string): Promise<void> {
  await tellOnce(house, survey, 'keys-destroyed', () =>
    Promise.resolve({ kind: 'keys-destroyed', survey, on: dayOf(house.clock()) }),
  );
}

async function tellOnce(
  house: House,
  survey: string,
  kind: LogEntry['kind'],
  entry: () => Promise<LogEntry>,
): Promise<void> {
  const told = await findEntriesOf(house.db, survey);
  if (told.length === 0 || told.some((one) => one.kind === kind)) return;
  const line = await entry();
  await house.db.transaction().execute((trx) => append(trx, line));
  await signLog(house);
}
