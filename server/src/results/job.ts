import { createHash } from 'node:crypto';
import { unpackCell, type PackedCell } from '@danban/contract';
import type { Connection } from '@danban/db';
import { openReleaseVault, type ReleaseDb } from '@danban/db/vaults/releases';
import { openSubmissionVault, type SubmissionDb } from '@danban/db/vaults/submissions';
import { canonicalJson } from '@danban/bytes';
import { type EarlierGroup, isUnpublishable, type Made, makeRelease, type Making } from './make.ts';
import { readLedger, saveLedger, type LedgerEntry } from './ledger.queries.ts';
import type { Committed } from '@danban/verify';
import { credentialsOf } from './credentials.ts';
import { openingsOf } from './openings.ts';
import type { Mark, Release } from './release.ts';
import { findShown, findStored, saveRelease, type Stored } from './store.queries.ts';
import { keyedSheets, packedByUnit } from './submissions.queries.ts';

/** One release, asked for. `number` follows from what is stored. */
export interface Task extends Omit<Making, 'mark'> {
  survey: string;
  mark: Omit<Mark, 'number'>;
  /** The number of the newest release that readers are shown. */
  shown: number;
  /** Whether the log speaks of the survey: then what it publishes can be counted anew. */
  logged: boolean;
  /** How often the urn was opened, as the log tells. */
  flushes: number;
  /** Where the answers are, and where releases are kept. */
  urn: Connection;
  house: Connection;
}

/** `refused`: what would be shown did not stand its audit, and nothing is shown. */
export type Outcome = { kind: 'stored'; stored: Stored } | { kind: 'refused' };

/** The release that this task asks for, if it is there already: it was stored, and the rest was cut short. */
function alreadyStored(stored: readonly Stored[], { mark, shown }: Task): Stored | undefined {
  if (mark.kind === 'interim') return stored.find(({ planned }) => planned === mark.planned);
  if (mark.kind === 'final') return stored.find(({ kind }) => kind === 'final');
  return stored.find(({ kind, number }) => kind === 'correction' && number > shown);
}

/** Counts and stores one release, with pools of its own: the whole of it may run beside the main thread. */
export async function runTask(task: Task): Promise<Outcome> {
  const submissions = openSubmissionVault(task.urn);
  const releases = openReleaseVault(task.house);
  try {
    return await countAndStore(task, submissions, releases);
  } catch (error) {
    if (isUnpublishable(error)) return { kind: 'refused' };
    throw error;
  } finally {
    await Promise.all([submissions.destroy(), releases.destroy()]);
  }
}

async function countAndStore(task: Task, submissions: SubmissionDb, releases: ReleaseDb): Promise<Outcome> {
  const before = await findStored(releases, task.survey);
  const known = alreadyStored(before, task);
  if (known) return { kind: 'stored', stored: known };
  const mark: Mark = { ...task.mark, number: (before.at(-1)?.number ?? 0) + 1 };
  const made = await counted(task, mark, submissions, releases);
  await saveLedger(submissions, task.survey, made.entry);
  const { release, params } = made;
  const tables = await tablesOf(task, release, submissions);
  const credentials = isForAll(task) ? await credentialsOf(submissions, release, task) : null;
  const planHash = hashOf(task);
  const stored = await saveRelease(releases, {
    ...mark,
    survey: task.survey,
    release,
    params,
    planHash,
    tables,
    credentials,
  });
  return { kind: 'stored', stored };
}

/** At the close, when no sheet is added any more. */
const isForAll = ({ logged, mark }: Task): boolean => logged && mark.kind !== 'interim';

async function tablesOf(task: Task, release: Release, submissions: SubmissionDb): Promise<Committed[] | null> {
  if (!isForAll(task)) return null;
  const parents = task.tree.map(({ parent }) => parent);
  return openingsOf(task.definition, parents, release, await keyedSheets(submissions, task.survey));
}

function hashOf({ definition: { plan } }: Task): Buffer | null {
  return plan ? createHash('sha256').update(canonicalJson(plan)).digest() : null;
}

/** Both passes over the sheets see the same ones, whatever a flush adds meanwhile. */
async function counted(task: Task, mark: Mark, submissions: SubmissionDb, releases: ReleaseDb): Promise<Made> {
  return submissions
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (trx) => {
      const ledger = await readLedger(trx, task.survey, mark.number);
      const earlier = await earlierGroups(releases, task.survey, ledger);
      return makeRelease({ ...task, mark }, { ledger, earlier, sheets: () => packedByUnit(trx, task.survey) });
    });
}

/** What earlier releases showed: which groups, by the ledger; what they told of them, by the releases themselves. */
async function earlierGroups(releases: ReleaseDb, survey: string, ledger: LedgerEntry[]): Promise<EarlierGroup[]> {
  const groups: EarlierGroup[] = [];
  for (const { batch, shown } of ledger) {
    const cells = await findShown(releases, survey, batch.release);
    for (const { group, sensitive } of shown) {
      const name = group.by.length === 0 ? `${group.unit}` : `${group.unit} ${JSON.stringify(byOf(group))}`;
      groups.push({ group, sensitive, release: batch.release, told: toldIn(cells.get(name) ?? []) });
    }
  }
  return groups;
}

const byOf = ({ by }: EarlierGroup['group']) =>
  by.map(({ dimension, category }) => ({ criterion: dimension, category }));

function toldIn(cells: readonly PackedCell[]): EarlierGroup['told'] {
  return cells.map((packed) => {
    const cell = unpackCell(packed);
    if (cell.kind === 'protected') return null;
    return cell.kind === 'exact' ? { counts: cell.counts } : { option: cell.option };
  });
}
