import { randomInt } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Transaction } from 'kysely';
import { compareBytes } from '@danban/bytes';
import type { UrnDb, UrnTables } from '@danban/db/vaults/urn';
import type { Pack } from '../vaults/urn.ts';
import { newSealingKey, openKey, prepareBatch } from './batches.ts';
import { seal, unseal, type Sheet } from './envelope.ts';
import type { KeyFolder } from '../keys/folder.ts';
import { leafOf, leafText } from './leaf.ts';
import {
  deleteBatches,
  emptyEnvelopes,
  insertBatch,
  insertSubmissions,
  lockUrn,
  openBatch,
  restage,
  sealedBatches,
  sealOpenBatch,
  stagedIn,
  type Opened,
  type StagedRow,
} from './queries.ts';

interface Resealed {
  tag: Buffer;
  sheet: Sheet;
}

/** Sealed batches of many answers are written in pieces this long, each a run of the sorted whole. */
const rowsPerInsert = 50_000;
const rowsPerTurn = 256;

/** First half: no more envelopes into the batch that is about to be opened; the next one is ready if there is one. */
export async function turnBatch(db: UrnDb, keys: KeyFolder, survey: string, reopen: boolean): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await lockUrn(trx, survey);
    // Made before the open batch is locked: intake waits for the two short statements below and not for a key pair.
    const next = reopen ? await prepareBatch(keys, survey) : undefined;
    await sealOpenBatch(trx, survey);
    if (next) await insertBatch(trx, survey, next.id, next.publicKey);
  });
}

/** Second half, safe to run again after a crash: unseal in memory, keep some back, one sorted insert. */
export async function openSealed(
  db: UrnDb,
  keys: KeyFolder,
  survey: string,
  pack: Pack,
  keepBack: number,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await lockUrn(trx, survey);
    const batches = await sealedBatches(trx, survey);
    if (batches.length === 0) return;
    const rows = await stagedIn(trx, survey, batches);
    const kept = drawOut(rows, keepBack);
    const open = await opener(trx, keys, survey, [...rows, ...kept]);
    await sealAgain(
      trx,
      survey,
      kept.map((row) => ({ tag: row.tag, sheet: open(row) })),
    );
    await writeSorted(trx, survey, await openedEach(rows, open, pack));
    await emptyEnvelopes(trx, survey, batches);
    await deleteBatches(trx, batches);
  });
}

/** What opens these envelopes, with every key they need. */
async function opener(trx: UrnDb, keys: KeyFolder, survey: string, rows: readonly StagedRow[]) {
  const sealing = new Map<string, Buffer>();
  for (const { key_id, batch_id } of rows) {
    if (!sealing.has(key_id)) sealing.set(key_id, await openKey(trx, keys, survey, key_id, batch_id));
  }
  return ({ key_id, tag, sealed }: StagedRow): Sheet => unseal(sealing.get(key_id)!, tag, sealed);
}

/** Takes `count` rows out at random, so that who came between two flushes cannot be told from their difference. */
function drawOut(rows: StagedRow[], count: number): StagedRow[] {
  const kept: StagedRow[] = [];
  while (kept.length < count && rows.length > 0) {
    const [row] = rows.splice(randomInt(rows.length), 1);
    kept.push(row!);
  }
  return kept;
}

async function sealAgain(trx: Transaction<UrnTables>, survey: string, kept: Resealed[]): Promise<void> {
  if (kept.length === 0) return;
  const batch = await openBatch(trx, survey);
  if (!batch) throw new Error('urn: envelopes are kept back without a batch to keep them in');
  const sealing = await newSealingKey(trx, batch);
  const again = kept.map(({ tag, sheet }) => ({
    tag,
    batch_id: sealing.batch,
    key_id: sealing.id,
    sealed: seal(sealing.key, tag, sheet),
  }));
  await restage(trx, survey, again);
}

/** One after the other from envelope to row, and every few milliseconds whoever else waits for this thread comes first. */
async function openedEach(rows: readonly StagedRow[], open: (row: StagedRow) => Sheet, pack: Pack): Promise<Opened[]> {
  const all: Opened[] = [];
  for (const row of rows) {
    if (all.length % rowsPerTurn === 0) await nextTurn();
    all.push(opened(open(row), pack));
  }
  return all;
}

function opened(sheet: Sheet, pack: Pack): Opened {
  const body = Buffer.from(leafText(sheet));
  return { leaf: leafOf(body), unit: sheet.unit, packed: Buffer.from(pack(sheet.answers)), body };
}

async function writeSorted(trx: Transaction<UrnTables>, survey: string, rows: Opened[]): Promise<void> {
  rows.sort((a, b) => compareBytes(a.leaf, b.leaf));
  for (let at = 0; at < rows.length; at += rowsPerInsert) {
    await insertSubmissions(trx, survey, rows.slice(at, at + rowsPerInsert));
  }
}
