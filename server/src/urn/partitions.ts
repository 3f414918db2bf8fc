import type { Transaction } from 'kysely';
import type { UrnTables } from '@danban/db/vaults/urn';
import { createPartition, dropPartition, rewritePartition, type Parted } from '../vaults/partitions.queries.ts';

type Trx = Transaction<UrnTables>;

const staged: Parted = { schema: 'urn', table: 'staged', silent: ['tag', 'sealed'] };
const submission: Parted = {
  schema: 'urn',
  table: 'submission',
  silent: ['leaf', 'unit', 'packed', 'body', 'credential'],
};
/** What releases have told of the sheets. Written by who counts; it comes and goes with them. */
const ledgers: Parted[] = [
  { schema: 'urn', table: 'ledger_cell', silent: ['places', 'criteria', 'people'] },
  { schema: 'urn', table: 'ledger_column', silent: ['shown'] },
];
const slip: Parted = { schema: 'urn', table: 'slip', silent: ['hash', 'unit'] };

export async function createPartitions(trx: Trx, survey: string): Promise<void> {
  await createPartition(trx, staged, survey);
  await createPartition(trx, submission, survey);
  for (const ledger of ledgers) await createPartition(trx, ledger, survey);
}

/** The first slips may be made long before the urn is prepared. */
export const createSlips = (trx: Trx, survey: string): Promise<void> =>
  createPartition(trx, slip, survey, { orKeep: true });

export const dropSlips = (trx: Trx, survey: string): Promise<void> => dropPartition(trx, slip, survey);

export const dropStaged = (trx: Trx, survey: string): Promise<void> => dropPartition(trx, staged, survey);

/** Everything of a survey, sealed, opened and printed. */
export async function dropAll(trx: Trx, survey: string): Promise<void> {
  for (const part of [staged, submission, slip, ...ledgers]) await dropPartition(trx, part, survey);
}

/** In leaf order, of one transaction: which flush opened which row is gone. */
export function rewriteSubmissions(trx: Trx, survey: string): Promise<void> {
  return rewritePartition(trx, submission, survey, { columns: ['survey_id', ...submission.silent], order: 'leaf' });
}
