import type { RowChangeView } from '@danban/contract';
import { referencesTo, type PersonRow, type RowIssue } from '@danban/tables';
import type { Person } from '../vaults/roster.ts';
import { inOrder } from './order.ts';
import type { Plan } from './plan.ts';

/** The units people of a survey may be of, its own first. */
export interface PeopleStored {
  units: { id: string; name: string }[];
}

type UnitOf = (row: PersonRow) => { id: string } | { issue: RowIssue };

/** What a survey of one unit needs nobody to write. */
function unitsOf({ units }: PeopleStored): UnitOf {
  const find = referencesTo(units);
  return ({ row, unit }) => {
    const issue = (code: string, params?: RowIssue['params']) => ({
      issue: { row, field: 'unitId' as const, code, ...(params ? { params } : {}) },
    });
    if (unit === undefined) return units.length === 1 ? { id: units[0]!.id } : issue('unit-needed');
    const found = find(unit);
    if (found.found) return { id: found.id };
    const text = unit.slice(0, 60);
    if (found.why === 'ambiguous') return issue('name-of-several', { text });
    if (found.suggestion === undefined) return issue('unit-elsewhere', { text });
    return issue('unit-elsewhere-like', { text, suggestion: found.suggestion });
  };
}

const differ = (a: string | null, b: string | null): boolean => a !== null && b !== null && a !== b;

interface Placed extends Person {
  row: number;
}

/** Two rows of one name in one unit are one person, unless another address or number says that they are two. */
function namesakes(people: readonly Placed[]): { problems: RowIssue[]; notices: RowIssue[] } {
  const said: { problems: RowIssue[]; notices: RowIssue[] } = { problems: [], notices: [] };
  const groups = Map.groupBy(people, ({ name, unit }) => `${unit}\n${name.toLowerCase()}`);
  for (const [first, ...others] of groups.values()) {
    const earlier = [first!];
    for (const one of others) {
      const same = earlier.find((other) => !differ(other.email, one.email) && !differ(other.phone, one.phone));
      const params = { first: (same ?? first!).row };
      if (same) said.problems.push({ row: one.row, field: 'name', code: 'person-twice', params });
      else said.notices.push({ row: one.row, field: 'name', code: 'namesake', params });
      earlier.push(one);
    }
  }
  return said;
}

function changeOf({ row, name, unit, email, phone }: Placed, names: ReadonlyMap<string, string>): RowChangeView {
  const fields = { email: email ?? '', phone: phone ?? '' };
  return {
    row,
    name,
    code: names.get(unit) ?? unit,
    change: 'added',
    since: null,
    fields: Object.entries(fields).map(([field, to]) => ({ field, from: '', to })),
  };
}

/** The list the rows make, whatever list there was, in the order in which it is shown. */
export function planPeople(rows: readonly PersonRow[], stored: PeopleStored): Plan<Person[]> {
  const unitOf = unitsOf(stored);
  const plan: Plan<Person[]> = { problems: [], notices: [], changes: [], unchanged: 0, write: [] };
  const names = new Map(stored.units.map(({ id, name }) => [id, name]));
  const people: Placed[] = [];
  for (const row of rows) {
    const unit = unitOf(row);
    if ('issue' in unit) plan.problems.push(unit.issue);
    else people.push({ ...contactOf(row), unit: unit.id });
  }
  const { problems, notices } = namesakes(people);
  plan.problems.push(...problems);
  plan.notices.push(...notices);
  plan.changes = people.map((one) => changeOf(one, names));
  const listed = people.map(({ row: _, ...person }) => person);
  const order = stored.units.map(({ id }) => id);
  plan.write = inOrder(listed, order);
  return plan;
}

const contactOf = ({ row, name, email, phone }: PersonRow) => ({
  row,
  name,
  email: email ?? null,
  phone: phone ?? null,
});
