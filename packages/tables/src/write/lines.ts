import { wordFor, type WordList } from '../cells/words.ts';
import { fieldsOf, type Field, type Kind } from '../columns/fields.ts';

/** A unit as it stands on a day. `from`: since when it has had this name and this place. */
export interface UnitLine {
  id: string;
  name: string;
  shortName: string;
  type: string;
  parentId: string | null;
  staff: number | null;
  students: number | null;
  households: number | null;
  from: string;
}

export interface BodyLine {
  id: string;
  name: string;
  kind: string;
  unitId: string;
  parentId: string | null;
  canOrganise: boolean;
  canCritique: boolean;
  canAudit: boolean;
  from: string | null;
  to: string | null;
}

/** One role of one account. */
export interface AccountLine {
  name: string;
  login: string;
  role: string;
  unitId: string;
  bodyId: string | null;
}

/** Somebody who may answer a survey; `unitId` is blank where there is one unit alone. */
export interface PersonLine {
  name: string;
  unitId: string | null;
  email: string | null;
  phone: string | null;
}

export interface LineOf {
  units: UnitLine;
  bodies: BodyLine;
  accounts: AccountLine;
  people: PersonLine;
}

/** What a cell is made from, so that a workbook holds numbers as numbers and days as days. */
export type Value = string | number | null | { day: string };

const lists: Readonly<Record<string, WordList>> = { type: 'unitType', kind: 'bodyKind', role: 'role' };
const days = new Set<string>(['from', 'to']);

/** The words a column may hold, where they are a closed list. */
export function listOf(field: Field): WordList | undefined {
  return field.startsWith('can') ? 'cell' : lists[field];
}

export function isDayField(field: Field): boolean {
  return days.has(field);
}

function valueOf(field: Field, raw: string | number | boolean | null): Value {
  if (typeof raw === 'boolean') return wordFor('cell', raw ? 'yes' : 'no');
  if (typeof raw !== 'string') return raw;
  const list = listOf(field);
  if (list !== undefined) return wordFor(list, raw);
  return isDayField(field) ? { day: raw } : raw;
}

/** The cells of one line in the order of the columns. */
export function valuesOf<K extends Kind>(kind: K, line: LineOf[K]): Value[] {
  const cells = line as unknown as Readonly<Record<string, string | number | boolean | null>>;
  return fieldsOf[kind].map((field) => valueOf(field, cells[field] ?? null));
}
