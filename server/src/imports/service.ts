import type { Person } from '@danban/access';
import type { RowIssue } from '@danban/tables';
import type { ImportedView, ImportKind, ImportView } from '@danban/contract';
import type { Db } from '@danban/db/vaults/house';
import type { House } from '../house.ts';
import { ProblemError } from '../http/problem.ts';
import { dayOf } from '../organisations/day.ts';
import { lockOrganisation } from '../organisations/queries.ts';
import { demandStill, type Staff } from '../sessions/index.ts';
import { understandAside } from './aside.ts';
import type { ChosenTable } from './inputs.ts';
import { illustrated, invitationsCsv } from './invitations.ts';
import { rememberColumns, rememberedColumns } from './queries.ts';
import { demandMayImport } from './rights.ts';
import { storedBeside } from './stored.ts';
import type { Stored, Task, Understanding } from './understand.ts';
import { write } from './write.ts';

const mostIssues = 50;

interface Wish {
  source: Task['source'];
  chosen?: Task['chosen'];
  day?: string | undefined;
}

async function understood(
  house: House,
  db: Db,
  person: Person,
  wish: Wish & { kind: ImportKind },
): Promise<Understanding> {
  const stored = await storedBeside(db, wish.kind, person, dayOf(house.clock()));
  return understoodBeside(house, db, person, stored, wish);
}

/** The table as it is understood beside what is stored; columns chosen earlier for its headings are taken again. */
export async function understoodBeside(
  house: House,
  db: Db,
  person: Person,
  stored: Stored,
  { source, chosen, day: wanted }: Wish,
): Promise<Understanding> {
  const today = dayOf(house.clock());
  const remembered = await rememberedColumns(db, person.id, stored.kind);
  const days = { today, day: wanted ?? today };
  const read = await understandAside({ source, chosen, remembered, stored, days });
  if (read.ok) return read.value;
  throw new ProblemError('file-not-read', [{ path: 'file', ...read.issue }]);
}

/** What a page carries from the step before. */
export const carriedWish = ({ table, sheet, columns, day }: ChosenTable): Wish => ({
  source: { table },
  chosen: { sheet, columns },
  day,
});

/** What an uploaded file holds and what importing it would do. Nothing of it is kept. */
export async function read(house: House, person: Person, kind: ImportKind, bytes: Uint8Array): Promise<ImportView> {
  await demandMayImport(house.db, person, kind);
  return (await understood(house, house.db, person, { kind, source: { bytes } })).view;
}

/** The same table with other columns, another sheet or another day; the columns are remembered. */
export async function preview(
  house: House,
  person: Person,
  kind: ImportKind,
  chosen: ChosenTable,
): Promise<ImportView> {
  await demandMayImport(house.db, person, kind);
  const understanding = await understood(house, house.db, person, { kind, ...carriedWish(chosen) });
  await rememberChosen(house.db, person, chosen, understanding);
  return understanding.view;
}

/** Columns that were chosen are taken again for the next table with these headings. */
export async function rememberChosen(
  db: Db,
  person: Person,
  { columns }: ChosenTable,
  { view, headings }: Understanding,
): Promise<void> {
  if (columns === undefined) return;
  await rememberColumns(db, { accountId: person.id, kind: view.kind, headings, columns: view.columns });
}

/** Refuses what may not be stored. */
export type Verdict = (understanding: Understanding) => void;

const nothingWrong: Verdict = ({ problems }) => refuseWrong(problems, 'import-invalid');

export function refuseWrong(problems: readonly RowIssue[], code: 'import-invalid' | 'roster-invalid'): void {
  if (problems.length === 0) return;
  const issues = problems.slice(0, mostIssues).map(({ row, field = '', code, params }) => ({
    path: `rows.${row}.${field}`,
    code,
    ...(params === undefined ? {} : { params }),
  }));
  throw new ProblemError(code, issues);
}

/**
 * Stores what the table says: all of it or, when a single row is wrong, nothing. What is stored is looked at again
 * under the lock of the organisation, so that nothing slips in between, and so is who does it: reading takes its time.
 * The same table a second time changes nothing.
 */
export async function importTable(
  house: House,
  staff: Staff,
  kind: ImportKind,
  chosen: ChosenTable,
  verdict: Verdict = nothingWrong,
): Promise<ImportedView> {
  const { person } = staff;
  const { counts, invitations } = await house.db.transaction().execute(async (trx) => {
    await lockOrganisation(trx);
    await demandMayImport(trx, person, kind);
    const understanding = await understood(house, trx, person, { kind, ...carriedWish(chosen) });
    await demandStill(trx, staff, house.clock());
    verdict(understanding);
    return { counts: understanding.view.counts, invitations: await write(house, trx, person, understanding) };
  });
  const { added, changed, unchanged } = counts;
  const shown = { invitations: await illustrated(invitations), invitationsCsv: invitationsCsv(invitations) };
  return { added, changed, unchanged, ...shown };
}
