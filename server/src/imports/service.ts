import type { Person } from '@danban/access';
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
import type { Task, Understanding } from './understand.ts';
import { write } from './write.ts';

const mostIssues = 50;

interface Wish {
  kind: ImportKind;
  source: Task['source'];
  chosen?: Task['chosen'];
  day?: string | undefined;
}

async function understood(house: House, db: Db, person: Person, wish: Wish): Promise<Understanding> {
  const today = dayOf(house.clock());
  const [stored, remembered] = await Promise.all([
    storedBeside(db, wish.kind, person, today),
    rememberedColumns(db, person.id, wish.kind),
  ]);
  const { source, chosen, day = today } = wish;
  const read = await understandAside({ source, chosen, remembered, stored, days: { today, day } });
  if (read.ok) return read.value;
  throw new ProblemError('file-not-read', [{ path: 'file', ...read.issue }]);
}

const wishOf = (kind: ImportKind, { table, sheet, columns, day }: ChosenTable): Wish => ({
  kind,
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
  const { view, headings } = await understood(house, house.db, person, wishOf(kind, chosen));
  if (chosen.columns !== undefined)
    await rememberColumns(house.db, { accountId: person.id, kind, headings, columns: view.columns });
  return view;
}

/** Refuses what may not be stored. */
export type Verdict = (understanding: Understanding) => void;

const nothingWrong: Verdict = ({ problems }) => {
  if (problems.length === 0) return;
  const issues = problems.slice(0, mostIssues).map(({ row, field = '', code, params }) => ({
    path: `rows.${row}.${field}`,
    code,
    ...(params === undefined ? {} : { params }),
  }));
  throw new ProblemError('import-invalid', issues);
};

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
    const understanding = await understood(house, trx, person, wishOf(kind, chosen));
    await demandStill(trx, staff, house.clock());
    verdict(understanding);
    return { counts: understanding.view.counts, invitations: await write(house, trx, person, understanding) };
  });
  const { added, changed, unchanged } = counts;
  const shown = { invitations: await illustrated(invitations), invitationsCsv: invitationsCsv(invitations) };
  return { added, changed, unchanged, ...shown };
}
