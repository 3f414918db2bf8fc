import { randomInt } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Transaction } from 'kysely';
import { compareBytes } from '@danban/bytes';
import type { UrnDb, UrnTables } from '@danban/db/vaults/urn';
import type { Pack } from '../vaults/urn.ts';
import { newSealingKey, openKey, prepareBatch } from './batches.ts';
import { answersOf, readContent, writeContent, type Packed, type Sheet } from './content.ts';
import { classOf, seal, tagOf, unseal } from './envelope.ts';
import type { KeyFolder } from '../keys/folder.ts';
import { leafIn } from './leaf.ts';
import { findLastBatch, insertLeafBatch } from './leafBatches.queries.ts';
import { batchTagKey, nullifierUnder, tagKeyName } from './tags.ts';
import {
  deleteBatches,
  deleteStaged,
  deleteTags,
  emptyEnvelopes,
  insertAgain,
  insertBatch,
  insertEmptied,
  insertSubmissions,
  lockUrn,
  openBatch,
  sealedBatches,
  sealOpenBatch,
  stagedIn,
  type Opened,
  type StagedRow,
} from './queries.ts';
import { grow, treeSoFar } from './tree.ts';

/** An envelope and what was in it. */
interface Unsealed {
  row: StagedRow;
  sheet: Packed;
  /** Of a sheet that lies under the tag of its batch: of this the tag is made. */
  nullifier: Uint8Array | null;
}

type Leaving = Opened & Pick<Unsealed, 'nullifier'> & Pick<StagedRow, 'tag'>;

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
    await sealAgain(trx, keys, survey, kept.map(open));
    // What lies under the survey's tag came in the order the write-ahead log has of it: its credential is kept only where that key goes now.
    const isOnce = isLast && (await findLastBatch(trx, survey)) === undefined;
    // The server empties what lies sealed while it is opened here: one transaction either way.
    const opened = (row: StagedRow) => openedOf(open(row), isOnce);
    const isListed = rows.length > 0 && open(rows[0]!).sheet.credential.length > 0;
    const empty = isListed ? deleteStaged : emptyEnvelopes;
    const [all] = await Promise.all([openedEach(rows, opened), empty(trx, survey, batches)]);
    await writeSorted(trx, survey, all);
    // After the last nobody is let in, and no tag is looked for.
    if (!isLast) await leaveTags(trx, keys, survey, { all, isListed });
    await deleteBatches(trx, batches);
  });
}

type Open = (row: StagedRow) => Unsealed;

/** What opens these envelopes, with every key they need. */
async function opener(
  trx: UrnDb,
  keys: KeyFolder,
  survey: string,
  pack: Pack,
  rows: readonly StagedRow[],
): Promise<Open> {
  const [sealing, tagKeys] = [new Map<string, Buffer>(), new Map<string, Buffer>()];
  for (const { key_id, batch_id } of rows) {
    if (!sealing.has(key_id)) sealing.set(key_id, await openKey(trx, keys, survey, key_id, batch_id));
    if (!tagKeys.has(batch_id)) tagKeys.set(batch_id, batchTagKey(await keys.read(survey, batch_id)));
  }
  return (row) => {
    const sheet = packedBy(pack, readContent(unseal(sealing.get(row.key_id)!, row.tag, row.sealed)));
    const nullifier = nullifierUnder(tagKeys.get(row.batch_id)!, row.tag, sheet.credential);
    return { row, sheet, nullifier };
  };
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

/** In one place of the next batch, whatever their order in the one before: under its tags where they lay under that one's. */
async function sealAgain(
  trx: Transaction<UrnTables>,
  keys: KeyFolder,
  survey: string,
  kept: readonly Unsealed[],
): Promise<void> {
  if (kept.length === 0) return;
  const batch = await openBatch(trx, survey);
  if (!batch) throw new Error('urn: envelopes are kept back without a batch to keep them in');
  const [sealing, tagKey] = [await newSealingKey(trx, batch), batchTagKey(await keys.read(survey, batch.id))];
  const again = kept.map(({ row, sheet, nullifier }) => {
    const tag = nullifier ? tagOf(tagKey, nullifier) : row.tag;
    return { tag, sealed: seal(sealing.key, tag, writeContent(sheet), classOf(row.sealed)) };
  });
  await deleteTags(
    trx,
    survey,
    kept.map(({ row }) => row.tag),
  );
  await insertAgain(trx, { survey, batch: sealing.batch, key: sealing.id }, again.sort(byTag));
}

const byTag = (a: { tag: Buffer }, b: { tag: Buffer }): number => compareBytes(a.tag, b.tag);

/** One after the other from envelope to row, and every few milliseconds whoever else waits for this thread comes first. */
async function openedEach(rows: readonly StagedRow[], opened: (row: StagedRow) => Leaving): Promise<Leaving[]> {
  const all: Leaving[] = [];
  for (const row of rows) {
    if (all.length % rowsPerTurn === 0) await nextTurn();
    all.push(opened(row));
  }
  return all;
}

function openedOf({ row, sheet, nullifier }: Unsealed, isOnce: boolean): Leaving {
  const { leaf, body } = leafIn(sheet);
  const isKept = sheet.credential.length > 0 && (isOnce || nullifier !== null);
  const credential = isKept ? Buffer.from(sheet.credential) : null;
  // Copies: what was cut out of an envelope would keep the whole of it.
  return { leaf, unit: sheet.unit, packed: Buffer.from(sheet.packed), body, credential, tag: row.tag, nullifier };
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

/** So that a repeat is refused: the survey's tag of every sheet that lay under another, and of all whose rows are gone. */
async function leaveTags(
  trx: Transaction<UrnTables>,
  keys: KeyFolder,
  survey: string,
  { all, isListed }: { all: readonly Leaving[]; isListed: boolean },
): Promise<void> {
  const moved = all.filter(({ nullifier }) => nullifier !== null);
  if (!isListed && moved.length === 0) return;
  const tagKey = await keys.read(survey, tagKeyName);
  const gone = moved.map(({ tag }) => tag);
  if (!isListed) await deleteTags(trx, survey, gone);
  const left = (isListed ? all : moved).map(({ tag, nullifier }) => (nullifier ? tagOf(tagKey, nullifier) : tag));
  await insertEmptied(trx, survey, left.sort(compareBytes));
}
