import type { IssueView, RowChangeView } from '@danban/contract';
import { referencesTo, unitTypes, type RowIssue, type UnitRow } from '@danban/tables';
import { moved, renamed, standingOn, type Changed } from '../organisations/changes.ts';
import type { UnitRecord } from '../organisations/records.ts';
import { treeIssues } from '../organisations/treeIssues.ts';
import { differences, type Plan } from './plan.ts';
import { referenceIssue } from './references.ts';

export interface Days {
  today: string;
  /** From when on changes hold where the row does not say. */
  day: string;
}

type Find = ReturnType<typeof referencesTo>;

/** One row after it has met what is stored. */
interface Met {
  row: UnitRow;
  before: UnitRecord | undefined;
  after: UnitRecord | undefined;
  since: string | null;
  issues: RowIssue[];
}

function withCounts(unit: UnitRecord, row: UnitRow): UnitRecord {
  return {
    ...unit,
    type: row.type ?? unit.type,
    staff: row.staff ?? unit.staff,
    students: row.students ?? unit.students,
    households: row.households ?? unit.households,
  };
}

/** Where the row hangs its unit: `undefined` where it does not say or leads nowhere. */
function parentIn(row: UnitRow, find: Find, issues: RowIssue[]): string | undefined {
  if (row.parent === undefined) return undefined;
  const reference = find(row.parent);
  if (reference.found) return reference.id;
  issues.push(referenceIssue(row.row, 'parentId', row.parent, reference));
  return undefined;
}

function newUnit(row: UnitRow, find: Find, { day }: Days): Met {
  const issues: RowIssue[] = [];
  const from = row.from ?? day;
  const parentId = parentIn(row, find, issues);
  if (row.name === undefined) issues.push({ row: row.row, field: 'name', code: 'new-needs-name' });
  if (row.parent === undefined) issues.push({ row: row.row, field: 'parentId', code: 'new-needs-parent' });
  const name = row.name ?? row.id;
  const bare: UnitRecord = {
    id: row.id,
    type: 'other',
    name,
    shortName: row.shortName ?? name,
    docCode: null,
    budgetGroup: null,
    staff: null,
    students: null,
    households: null,
    validFrom: from,
    validTo: null,
    places: [{ parentId: parentId ?? null, from }],
    formerNames: [],
    successorIds: [],
  };
  return { row, before: undefined, after: withCounts(bare, row), since: from, issues };
}

/** The short name follows the name where it was no more than that. */
function namesIn(row: UnitRow, now: { name: string; shortName: string }): { name: string; shortName: string } {
  const name = row.name ?? now.name;
  return { name, shortName: row.shortName ?? (now.shortName === now.name ? name : now.shortName) };
}

/** Takes a change on, or says in which column it is refused. */
function take(changed: Changed, met: Met, field: 'name' | 'parentId'): void {
  if ('unit' in changed) met.after = changed.unit;
  else met.issues.push({ row: met.row.row, field, ...changed.refused });
}

/**
 * A day that is the one since which everything stands as it does says nothing new: the row was written out and only
 * edited, so what it changes holds from the chosen day.
 */
function changedUnit(before: UnitRecord, row: UnitRow, find: Find, { today, day }: Days): Met {
  const met: Met = { row, before, after: withCounts(before, row), since: null, issues: [] };
  const told = row.from !== undefined && row.from !== standingOn(before, today).since ? row.from : undefined;
  const from = told ?? day;
  const now = standingOn(before, from);
  const parentId = parentIn(row, find, met.issues) ?? now.parentId;
  const names = namesIn(row, now);
  if (names.name !== now.name || names.shortName !== now.shortName) {
    met.since = from;
    take(renamed(met.after!, names, from, today), met, 'name');
  }
  if (parentId !== now.parentId) {
    met.since = from;
    take(moved(met.after!, parentId, from, today), met, 'parentId');
  }
  return met;
}

const shownOf = (unit: UnitRecord, day: string) => {
  const { name, shortName, parentId } = standingOn(unit, day);
  const { type, staff, students, households } = unit;
  return { name, shortName, type, parentId, staff, students, households };
};

function changeOf({ row, before, after, since }: Met, day: string): RowChangeView | undefined {
  const now = since ?? day;
  const fields = differences(before === undefined ? {} : shownOf(before, now), shownOf(after!, now));
  if (before !== undefined && fields.length === 0) return undefined;
  const change = before === undefined ? 'added' : 'changed';
  return { row: row.row, code: after!.id, name: standingOn(after!, now).name, change, since, fields };
}

/** `units.3.parentId` speaks of the fourth unit given; what does not name one speaks of a unit the file leaves out. */
function rowIssue({ path, code, params }: IssueView, rows: readonly UnitRow[]): RowIssue {
  const position = /^units\.(\d+)/.exec(path)?.[1];
  const row = position === undefined ? 0 : (rows[Number(position)]?.row ?? 0);
  const field = row === 0 ? {} : { field: path.endsWith('parentId') ? ('parentId' as const) : ('from' as const) };
  return { row, ...field, code, ...(params === undefined ? {} : { params }) };
}

/** Types nobody has used yet: worth a word, because they may be misspelled. */
function newTypes(rows: readonly UnitRow[], stored: readonly UnitRecord[]): RowIssue[] {
  const used = new Set([...stored.map((unit) => unit.type), ...unitTypes]);
  return rows.flatMap(({ row, type }) => {
    if (type === undefined || used.has(type)) return [];
    used.add(type);
    return [{ row, field: 'type', code: 'new-unit-type', params: { text: type } } as const];
  });
}

/** What the rows do to the tree of units. Names and places change from a day on; no earlier day is touched. */
export function planUnits(rows: readonly UnitRow[], stored: readonly UnitRecord[], days: Days): Plan<UnitRecord[]> {
  const byCode = new Map(stored.map((unit) => [unit.id.toLowerCase(), unit]));
  const exactly = new Map(stored.map((unit) => [unit.id, unit]));
  const find = referencesTo([...stored, ...rows.map(({ id, name = '' }) => ({ id, name }))]);
  const met = rows.map((row) => {
    const before = exactly.get(row.id) ?? byCode.get(row.id.toLowerCase());
    return before === undefined ? newUnit(row, find, days) : changedUnit(before, row, find, days);
  });
  const changing = met.flatMap((one) => {
    const change = changeOf(one, days.day);
    return change === undefined ? [] : [{ ...one, change }];
  });
  const given = changing.map(({ after }) => after!);
  const ids = new Set(given.map((unit) => unit.id));
  const issues = treeIssues(
    given,
    stored.filter((unit) => !ids.has(unit.id)),
  );
  const placed = changing.map(({ row }) => row);
  return {
    problems: [...met.flatMap((one) => one.issues), ...issues.map((issue) => rowIssue(issue, placed))],
    notices: newTypes(rows, stored),
    changes: changing.map(({ change }) => change),
    unchanged: met.length - changing.length,
    write: given,
  };
}
