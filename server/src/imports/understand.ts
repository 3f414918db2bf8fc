import { createHash } from 'node:crypto';
import type { ImportView, TableKind } from '@danban/contract';
import {
  LIMITS,
  columnsFor,
  fieldsOf,
  guessColumns,
  readAccounts,
  readBodies,
  readFile,
  readPeople,
  readUnits,
  refuse,
  repair,
  requiredBeside,
  sheetFor,
  tableIn,
  type Columns,
  type Field,
  type Read,
  type Repair,
  type Row,
  type RowIssue,
  type Sheet,
  type Table,
  type Understood,
} from '@danban/tables';
import { searchKey } from '@danban/text';
import { planAccounts, type AccountWrite, type AccountsStored } from './accounts.ts';
import { planBodies } from './bodies.ts';
import { carriedSheets, carry } from './carried.ts';
import type { Plan } from './plan.ts';
import { packed, type PackedPeople } from './packed.ts';
import { planPeople, type PeopleStored } from './people.ts';
import { planUnits, type Days } from './units.ts';
import type { BodyRecord, UnitRecord } from '../organisations/records.ts';

/** What is stored, as far as rows of this kind have to do with it. */
export type Stored =
  | { kind: 'units'; units: UnitRecord[]; asked: string[] }
  | { kind: 'bodies'; bodies: BodyRecord[]; units: { id: string; name: string }[] }
  | ({ kind: 'accounts' } & AccountsStored)
  | ({ kind: 'people' } & PeopleStored);

export interface Task {
  source: { bytes: Uint8Array } | { table: string };
  /** The columns as somebody chose them; without it those remembered or guessed. */
  chosen: { sheet: string; columns: Readonly<Record<string, number>> | undefined } | undefined;
  /** Columns chosen earlier, by the hash of the headings they stood under. */
  remembered: Readonly<Record<string, Columns>>;
  days: Days;
  stored: Stored;
}

export type Write =
  { units: UnitRecord[] } | { bodies: BodyRecord[] } | { accounts: AccountWrite } | { people: PackedPeople };

export interface Understanding {
  view: ImportView;
  /** As many as anybody is told; none where nothing is wrong. */
  problems: RowIssue[];
  /** Hash of the headings. */
  headings: string;
  write: Write;
}

interface Mapped {
  table: Table;
  columns: Columns;
  remembered: boolean;
  hash: string;
}

/** What the headings were, whatever their marks; only the hash is kept, since a first row may be anything. */
function hashOf(headings: readonly string[]): string {
  return createHash('sha256')
    .update(JSON.stringify(headings.map(searchKey)))
    .digest('hex');
}

function mapped(task: Task, sheets: readonly Sheet[]): Mapped {
  const { kind } = task.stored;
  const { chosen, remembered } = task;
  const named = sheets.find((sheet) => sheet.name === chosen?.sheet);
  const table = tableIn(kind, named ?? sheetFor(kind, sheets));
  const hash = hashOf(table.headings);
  const same = named === undefined ? undefined : chosen?.columns;
  const kept = same === undefined ? remembered[hash] : undefined;
  const columns = same ?? kept ?? guessColumns(kind, table.headings);
  return { table, hash, remembered: kept !== undefined, columns: columnsFor(kind, columns, table.headings.length) };
}

function namedBeside(stored: Exclude<Stored, { kind: 'units' }>): { name: string }[] {
  if (stored.kind === 'people') return [];
  return stored.kind === 'bodies' ? stored.bodies : [...stored.accounts, ...stored.bodies];
}

function storedTexts(stored: Stored): Set<string> {
  if (stored.kind === 'units') return new Set(stored.units.flatMap((unit) => [unit.name, unit.shortName]));
  return new Set([...namedBeside(stored), ...stored.units].map((thing) => thing.name));
}

function noticeOf({ row, column, from, to, how }: Repair, columns: Columns): RowIssue[] {
  const field = (Object.entries(columns) as [Field, number][]).find(([, at]) => at === column)?.[0];
  return field === undefined ? [] : [{ row, field, code: `repaired-${how}`, params: { from, to } }];
}

function missingColumns(kind: TableKind, columns: Columns): RowIssue[] {
  const missing = requiredBeside(kind, columns).filter((field) => !Object.hasOwn(columns, field));
  return missing.map((field) => ({ row: 0, field, code: 'column-missing' }));
}

function joined<T, W>(read: Understood<T>, plan: Plan<W>): Omit<Plan<W>, 'write'> {
  return {
    ...plan,
    problems: [...read.issues, ...plan.problems],
    notices: [...read.notices, ...plan.notices],
  };
}

function planned(
  rows: readonly Row[],
  columns: Columns,
  { stored, days }: Task,
): Omit<Plan<never>, 'write'> & { write: Write } {
  switch (stored.kind) {
    case 'units': {
      const read = readUnits(rows, columns);
      const plan = planUnits(read.rows, stored, days);
      return { ...joined(read, plan), write: { units: plan.write } };
    }
    case 'bodies': {
      const read = readBodies(rows, columns);
      const plan = planBodies(read.rows, stored.bodies, stored.units);
      return { ...joined(read, plan), write: { bodies: plan.write } };
    }
    case 'accounts': {
      const read = readAccounts(rows, columns);
      const plan = planAccounts(read.rows, stored);
      return { ...joined(read, plan), write: { accounts: plan.write } };
    }
    case 'people': {
      const read = readPeople(rows, columns);
      const plan = planPeople(read.rows, stored);
      return { ...joined(read, plan), write: { people: packed(plan.write) } };
    }
  }
}

const samples = 3;

function headingsOf({ headings }: Table, rows: readonly Row[]): ImportView['headings'] {
  return headings.map((text, column) => ({
    text,
    samples: rows.flatMap(({ cells }) => cells[column] || []).slice(0, samples),
  }));
}

const shownProblems = 200;
const shownOthers = 100;

function firstOf<T extends { row: number }>(all: readonly T[], most: number): { first: T[]; all: number } {
  return { first: all.toSorted((a, b) => a.row - b.row).slice(0, most), all: all.length };
}

function tally(plan: Omit<Plan<never>, 'write'>, rows: number): ImportView['counts'] {
  const added = plan.changes.filter(({ change }) => change === 'added').length;
  // What is wrong with the table as a whole stands in no row.
  const wrong = new Set(plan.problems.flatMap(({ row }) => (row > 0 ? [row] : []))).size;
  return { rows, added, changed: plan.changes.length - added, unchanged: plan.unchanged, wrong };
}

function understandSheets(task: Task, sheets: Sheet[], word: string): Read<Understanding> {
  const { kind } = task.stored;
  const { table, columns, remembered, hash } = mapped(task, sheets);
  if (table.rows.length > LIMITS.rows) return refuse('too-many-lines', { most: LIMITS.rows });
  const texts = storedTexts(task.stored);
  const { rows, repairs } = repair(table.rows, (text) => texts.has(text));
  const missing = missingColumns(kind, columns);
  const plan = planned(missing.length > 0 ? [] : rows, columns, task);
  const problems = [...missing, ...plan.problems];
  const notices = [...repairs.flatMap((one) => noticeOf(one, columns)), ...plan.notices];
  const view: ImportView = {
    kind,
    table: word,
    sheet: table.sheet,
    sheets: sheets.map((sheet) => sheet.name),
    headings: headingsOf(table, rows),
    fields: fieldsOf[kind].map((field) => ({ field, required: requiredBeside(kind, columns).includes(field) })),
    columns,
    remembered,
    day: task.days.day,
    counts: tally({ ...plan, problems }, rows.length),
    problems: firstOf(problems, shownProblems),
    notices: firstOf(notices, shownOthers),
    changes: firstOf(plan.changes, shownOthers),
  };
  return { ok: true, value: { view, problems: problems.slice(0, shownProblems), headings: hash, write: plan.write } };
}

/** Reads a table beside what is stored: what it holds, what is wrong with it, what importing it would do. */
export async function understand(task: Task): Promise<Read<Understanding>> {
  const { source } = task;
  const sheets = 'bytes' in source ? await readFile(source.bytes) : carriedSheets(source.table);
  if (!sheets.ok) return sheets;
  const word: Read<string> = 'bytes' in source ? carry(sheets.value) : { ok: true, value: source.table };
  return word.ok ? understandSheets(task, sheets.value, word.value) : word;
}
