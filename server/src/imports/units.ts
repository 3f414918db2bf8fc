import { unitTypes, type IssueView, type RowChangeView } from '@danban/contract';
import { referencesTo, withCodes, type Coded, type RowIssue, type UnitRow } from '@danban/tables';
import { moved, renamed, standingOn, type Changed } from '../organisations/changes.ts';
import type { UnitRecord } from '../organisations/records.ts';
import { treeIssues } from '../organisations/treeIssues.ts';
import { codesMade, differences, type Plan } from './plan.ts';
import { referenceIssue } from './references.ts';
import { rootOn } from './root.ts';
import { siblingNotes } from './siblings.ts';

export interface Days {
  today: string;
  /** From when on changes hold where the row does not say. */
  day: string;
}

export interface UnitsStored {
  units: readonly UnitRecord[];
  /** Units in surveys that people may be answering. */
  asked: readonly string[];
}

type CodedRow = Coded<UnitRow>;
type Find = ReturnType<typeof referencesTo>;

/** One row after it has met what is stored. */
interface Met {
  row: CodedRow;
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

/** Without a parent it hangs under the one unit that has none. */
function newUnit(row: CodedRow, find: Find, root: UnitRecord | undefined, { day }: Days): Met {
  const issues: RowIssue[] = [];
  const from = row.from ?? day;
  const parentId = row.parent === undefined ? root?.id : parentIn(row, find, issues);
  if (row.name === undefined) issues.push({ row: row.row, field: 'name', code: 'new-needs-name' });
  if (row.parent === undefined && root === undefined)
    issues.push({ row: row.row, field: 'parentId', code: 'new-needs-parent' });
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
function changedUnit(before: UnitRecord, row: CodedRow, find: Find, { today, day }: Days): Met {
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
function rowIssue({ path, code, params }: IssueView, rows: readonly CodedRow[]): RowIssue {
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

/** A survey keeps the tree and the headcounts it was opened with: that is worth knowing where one of them changes. */
function beingAsked(changing: readonly Met[], asked: readonly string[]): RowIssue[] {
  const ids = new Set(asked);
  return changing.flatMap(({ row, before }) =>
    before !== undefined && ids.has(before.id) ? [{ row: row.row, code: 'unit-being-asked' }] : [],
  );
}

/** What the table as a whole leaves to us. */
function madeUp(rows: readonly UnitRow[], added: readonly Met[], root: UnitRecord | undefined): RowIssue[] {
  const count = added.filter(({ row }) => row.parent === undefined).length;
  return [
    ...codesMade(rows),
    ...(count > 0 && root !== undefined
      ? [{ row: 0, code: 'placed-under-root', params: { count, name: root.name } }]
      : []),
  ];
}

/** What the rows do to the tree of units. Names and places change from a day on; no earlier day is touched. */
export function planUnits(
  said: readonly UnitRow[],
  { units: stored, asked }: UnitsStored,
  days: Days,
): Plan<UnitRecord[]> {
  const standing = stored.map((unit) => ({ ...unit, ...standingOn(unit, days.day) }));
  const { rows, issues: unclear } = withCodes(said, {
    known: standing,
    units: standing,
    placeIn: ({ parent }) => parent,
  });
  const root = rootOn(stored, days.day);
  const byCode = new Map(stored.map((unit) => [unit.id.toLowerCase(), unit]));
  const exactly = new Map(stored.map((unit) => [unit.id, unit]));
  const find = referencesTo([...stored, ...rows.map(({ id, name = '' }) => ({ id, name }))]);
  const met = rows.map((row) => {
    const before = exactly.get(row.id) ?? byCode.get(row.id.toLowerCase());
    return before === undefined ? newUnit(row, find, root, days) : changedUnit(before, row, find, days);
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
  const added = changing.filter(({ before }) => before === undefined);
  const siblings = siblingNotes(
    added.map(({ row, after }) => ({ row: row.row, unit: after! })),
    standing,
    days.day,
  );
  return {
    problems: [
      ...unclear,
      ...met.flatMap((one) => one.issues),
      ...siblings.problems,
      ...issues.map((issue) => rowIssue(issue, placed)),
    ],
    notices: [
      ...madeUp(said, added, root),
      ...beingAsked(changing, asked),
      ...newTypes(rows, stored),
      ...siblings.notices,
    ],
    changes: changing.map(({ change }) => change),
    unchanged: met.length - changing.length,
    write: given,
  };
}
