import type { BodyKind } from '@danban/contract';
import type { Columns } from '../columns/fields.ts';
import type { Row } from '../file/sheet.ts';
import { duplicates, understand, type Cells, type Understood } from './cells.ts';
import { ownCode } from './units.ts';

/** What a row says of a body; what it does not say is `undefined`. `unit` and `parent` are codes or names. */
export interface BodyRow {
  row: number;
  id: string;
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

function bodyIn(cells: Cells): BodyRow | undefined {
  const said = {
    row: cells.row,
    name: cells.text('name'),
    kind: cells.word('kind', 'bodyKind', 'unknown-body-kind') as BodyKind | undefined,
    unit: cells.text('unitId'),
    parent: cells.text('parentId'),
    canOrganise: cells.yesNo('canOrganise'),
    canCritique: cells.yesNo('canCritique'),
    canAudit: cells.yesNo('canAudit'),
    from: cells.day('from'),
    to: cells.day('to'),
  };
  const id = ownCode(cells);
  return id === undefined ? undefined : { ...said, id };
}

/** Bodies as the rows of a table say them. Codes that differ by capitals alone are one code. */
export function readBodies(rows: readonly Row[], columns: Columns<'bodies'>): Understood<BodyRow> {
  const { rows: bodies, issues, notices } = understand('bodies', rows, columns, bodyIn);
  return { rows: bodies, notices, issues: [...issues, ...duplicates(bodies, 'id', (body) => body.id.toLowerCase())] };
}
