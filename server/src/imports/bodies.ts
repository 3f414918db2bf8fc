import type { BodyKind, RowChangeView } from '@danban/contract';
import { referencesTo, withCodes, type BodyRow, type Coded, type RowIssue } from '@danban/tables';
import { bodyIssues } from '../organisations/bodyIssues.ts';
import type { BodyRecord } from '../organisations/records.ts';
import { codesMade, differences, type Plan } from './plan.ts';
import { referenceIssue } from './references.ts';

type CodedRow = Coded<BodyRow>;
type Find = ReturnType<typeof referencesTo>;
type Named = { id: string; name: string };

/** What a body of a kind usually may do, where its row is blank. */
function usually(kind: BodyKind): Pick<BodyRecord, 'canOrganise' | 'canCritique' | 'canAudit'> {
  return {
    canOrganise: kind !== 'people_inspection' && kind !== 'other',
    canCritique: kind === 'front',
    canAudit: kind === 'people_inspection',
  };
}

function found(find: Find, row: number, field: 'unitId' | 'parentId', text: string | undefined, issues: RowIssue[]) {
  if (text === undefined) return undefined;
  const reference = find(text);
  if (reference.found) return reference.id;
  issues.push(referenceIssue(row, field, text, reference));
  return undefined;
}

function needs(row: BodyRow): RowIssue[] {
  return (['name', 'kind', 'unit'] as const)
    .filter((field) => row[field] === undefined)
    .map((field) => ({
      row: row.row,
      field: field === 'unit' ? 'unitId' : field,
      code: field === 'name' ? 'new-needs-name' : `new-needs-${field}`,
    }));
}

function newBody(row: CodedRow, units: readonly Named[]): BodyRecord {
  const kind = row.kind ?? 'other';
  return {
    id: row.id,
    kind,
    name: row.name ?? row.id,
    unitId: units[0]?.id ?? '',
    parentId: null,
    ...usually(kind),
    validFrom: null,
    validTo: null,
  };
}

/** What the row says in the place of what was; what is blank stays. */
function said(before: BodyRecord, row: BodyRow, unitId: string | undefined, parentId: string | undefined): BodyRecord {
  return {
    id: before.id,
    kind: row.kind ?? before.kind,
    name: row.name ?? before.name,
    unitId: unitId ?? before.unitId,
    parentId: parentId ?? before.parentId,
    canOrganise: row.canOrganise ?? before.canOrganise,
    canCritique: row.canCritique ?? before.canCritique,
    canAudit: row.canAudit ?? before.canAudit,
    validFrom: row.from ?? before.validFrom,
    validTo: row.to ?? before.validTo,
  };
}

function changeOf(row: number, before: BodyRecord | undefined, after: BodyRecord): RowChangeView | undefined {
  const { id: code, ...shown } = { ...after };
  const fields = differences(before === undefined ? {} : { ...before }, shown).map((field) => ({
    ...field,
    field: field.field === 'validFrom' ? 'from' : field.field === 'validTo' ? 'to' : field.field,
  }));
  if (before !== undefined && fields.length === 0) return undefined;
  const change = before === undefined ? 'added' : 'changed';
  return { row, code, name: after.name, change, since: null, fields };
}

const fieldAt: Readonly<Record<string, 'unitId' | 'parentId' | 'to'>> = {
  unitId: 'unitId',
  parentId: 'parentId',
  validTo: 'to',
};

/** What the rows do to the bodies of these units. */
export function planBodies(
  read: readonly BodyRow[],
  stored: readonly BodyRecord[],
  units: readonly Named[],
): Plan<BodyRecord[]> {
  const known = stored.map(({ id, name, unitId }) => ({ id, name, parentId: unitId }));
  const { rows, issues: unclear } = withCodes(read, { known, units, placeIn: ({ unit }) => unit });
  const byCode = new Map(stored.map((body) => [body.id.toLowerCase(), body]));
  const exactly = new Map(stored.map((body) => [body.id, body]));
  const findUnit = referencesTo(units);
  const findBody = referencesTo([...stored, ...rows.map(({ id, name = '' }) => ({ id, name }))]);
  const problems: RowIssue[] = [...unclear];
  const changing = rows.flatMap((row) => {
    const before = exactly.get(row.id) ?? byCode.get(row.id.toLowerCase());
    if (before === undefined) problems.push(...needs(row));
    const unitId = found(findUnit, row.row, 'unitId', row.unit, problems);
    const parentId = found(findBody, row.row, 'parentId', row.parent, problems);
    const after = said(before ?? newBody(row, units), row, unitId, parentId);
    const change = changeOf(row.row, before, after);
    return change === undefined ? [] : [{ row, after, change }];
  });
  const given = changing.map(({ after }) => after);
  const ids = new Set(given.map((body) => body.id));
  const others = stored.filter((body) => !ids.has(body.id));
  for (const { path, code, params } of bodyIssues(given, others, new Set(units.map((unit) => unit.id)))) {
    const [, position = '', place = ''] = path.split('.');
    const field = fieldAt[place] ?? 'unitId';
    problems.push({
      row: changing[Number(position)]!.row.row,
      field,
      code,
      ...(params === undefined ? {} : { params }),
    });
  }
  return {
    problems,
    notices: codesMade(read),
    changes: changing.map(({ change }) => change),
    unchanged: rows.length - changing.length,
    write: given,
  };
}
