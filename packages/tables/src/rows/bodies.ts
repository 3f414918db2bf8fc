import type { BodyKind } from '@danban/contract';
import type { Columns } from '../columns/fields.ts';
import type { Row } from '../file/sheet.ts';
import { duplicates, understand, type Cells, type Understood } from './cells.ts';
import { ownCode } from './units.ts';

/**
 * What a row says of a body; what it does not say is `undefined`. `unit` and `parent` are codes or names. Where the table
 * has no column of codes, no row has one.
 */
export interface BodyRow {
  row: number;
  id: string | undefined;
  name: string | undefined;
  kind: BodyKind | undefined;
  unit: string | undefined;
  parent: string | undefined;
  canOrganise: boolean | undefined;
  canCritique: boolean | undefined;
  canAudit: boolean | undefined;
  from: string | undefined;
  to: string | undefined;
}

function saidIn(cells: Cells, name: string | undefined) {
  return {
    row: cells.row,
    name,
    kind: cells.word('kind', 'bodyKind', 'unknown-body-kind') as BodyKind | undefined,
    unit: cells.text('unitId'),
    parent: cells.text('parentId'),
    canOrganise: cells.yesNo('canOrganise'),
    canCritique: cells.yesNo('canCritique'),
    canAudit: cells.yesNo('canAudit'),
    from: cells.day('from'),
    to: cells.day('to'),
  };
}

function bodyIn(cells: Cells): BodyRow | undefined {
  const said = saidIn(cells, cells.text('name'));
  const id = ownCode(cells);
  return id === undefined ? undefined : { ...said, id };
}

function bodyWithoutCode(cells: Cells): BodyRow | undefined {
  const name = cells.required('name');
  return name === undefined ? undefined : { ...saidIn(cells, name), id: undefined };
}

/** Bodies as the rows of a table say them. Codes that differ by capitals alone are one code. */
export function readBodies(rows: readonly Row[], columns: Columns<'bodies'>): Understood<BodyRow> {
  if (columns.id === undefined) return understand('bodies', rows, columns, bodyWithoutCode);
  const { rows: bodies, issues, notices } = understand('bodies', rows, columns, bodyIn);
  return { rows: bodies, notices, issues: [...issues, ...duplicates(bodies, 'id', ({ id }) => id!.toLowerCase())] };
}
