import { randomInt } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Transaction } from 'kysely';
import { compareBytes } from '@danban/bytes';
import type { UrnDb, UrnTables } from '@danban/db/vaults/urn';
import type { Pack } from '../vaults/urn.ts';
import { newSealingKey, openKey, prepareBatch } from './batches.ts';
import { answersOf, readContent, writeContent, type Packed, type Sheet } from './content.ts';
import { classOf, seal, unseal } from './envelope.ts';
import type { KeyFolder } from '../keys/folder.ts';
import { leafIn } from './leaf.ts';
import { findLastBatch, insertLeafBatch } from './leafBatches.queries.ts';
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
import { grow, treeSoFar } from './tree.ts';

interface Resealed {
  tag: Buffer;
  sheet: Packed;
  /** Its size class: sealed anew it keeps it. */
  least: number;
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

/** How much of what lies sealed waits for the next time, and whether there is none. */
interface Opening {
  keepBack: number;
  isLast: boolean;
}

/** Second half, safe to run again after a crash: unseal in memory, keep some back, one sorted insert. */
export async function openSealed(
  db: UrnDb,
  keys: KeyFolder,
  survey: string,
  pack: Pack,
  { keepBack, isLast }: Opening,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await lockUrn(trx, survey);
    const batches = await sealedBatches(trx, survey);
    if (batches.length === 0) return;
    const rows = await stagedIn(trx, survey, batches);
    const kept = drawOut(rows, keepBack);
    const open = await opener(trx, keys, survey, pack, [...rows, ...kept]);
    await sealAgain(
      trx,
      survey,
      kept.map((row) => ({ tag: row.tag, sheet: open(row), least: classOf(row.sealed) })),
    );
    // A credential leads to its tag as long as the key of tags is there, and a tag to when it came: only where that key goes now.
    const isOnce = isLast && (await findLastBatch(trx, survey)) === undefined;
    // The server empties what lies sealed while it is opened here: one transaction either way.
    const opened = (row: StagedRow) => openedOf(open(row), isOnce);
    const [all] = await Promise.all([openedEach(rows, opened), emptyEnvelopes(trx, survey, batches)]);
    await writeSorted(trx, survey, all);
    await deleteBatches(trx, batches);
  });
}

type Open = (row: StagedRow) => Packed;

/** What opens these envelopes, with every key they need. */
async function opener(
  trx: UrnDb,
  keys: KeyFolder,
  survey: string,
  pack: Pack,
  rows: readonly StagedRow[],
): Promise<Open> {
  const sealing = new Map<string, Buffer>();
  for (const { key_id, batch_id } of rows) {
    if (!sealing.has(key_id)) sealing.set(key_id, await openKey(trx, keys, survey, key_id, batch_id));
  }
  return ({ key_id, tag, sealed }) => packedBy(pack, readContent(unseal(sealing.get(key_id)!, tag, sealed)));
}

/** Envelopes of the version before are packed only now. */
function packedBy(pack: Pack, sheet: Sheet): Packed {
  return { ...sheet, packed: sheet.packed ?? pack(answersOf(sheet)) };
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
  const again = kept.map(({ tag, sheet, least }) => ({
    tag,
    batch_id: sealing.batch,
    key_id: sealing.id,
    sealed: seal(sealing.key, tag, writeContent(sheet), least),
  }));
  await restage(trx, survey, again);
}

/** One after the other from envelope to row, and every few milliseconds whoever else waits for this thread comes first. */
async function openedEach(rows: readonly StagedRow[], opened: (row: StagedRow) => Opened): Promise<Opened[]> {
  const all: Opened[] = [];
  for (const row of rows) {
    if (all.length % rowsPerTurn === 0) await nextTurn();
    all.push(opened(row));
  }
  return all;
}

function openedOf(sheet: Packed, isOnce: boolean): Opened {
  const { leaf, body } = leafIn(sheet);
  const credential = isOnce && sheet.credential.length > 0 ? Buffer.from(sheet.credential) : null;
  // Copies: what was cut out of an envelope would keep the whole of it.
  return { leaf, unit: sheet.unit, packed: Buffer.from(sheet.packed), body, credential };
}

async function writeSorted(trx: Transaction<UrnTables>, survey: string, rows: Opened[]): Promise<void> {
  if (rows.length === 0) return;
  rows.sort((a, b) => compareBytes(a.leaf, b.leaf));
  const tree = await treeSoFar(trx, survey);
  const leaves = Buffer.concat(rows.map(({ leaf }) => leaf));
  // The tree grows here while the server writes the rows.
  await Promise.all([insertInPieces(trx, survey, rows), grow(tree, leaves)]);
  await insertLeafBatch(trx, survey, { leaves, frontier: Buffer.from(tree.bytes()) });
}

async function insertInPieces(trx: Transaction<UrnTables>, survey: string, rows: Opened[]): Promise<void> {
  for (let at = 0; at < rows.length; at += rowsPerInsert) {
    await insertSubmissions(trx, survey, rows.slice(at, at + rowsPerInsert));
  }
}
