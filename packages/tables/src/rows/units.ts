import { codeLike, isCode } from '../cells/code.ts';
import { codeOf } from '../cells/words.ts';
import type { Columns } from '../columns/fields.ts';
import type { Row } from '../file/sheet.ts';
import { duplicates, understand, type Cells, type Understood } from './cells.ts';

/**
 * What a row says of a unit; what it does not say is `undefined`. `parent` is a code or a name. Where the table has no
 * column of codes, no row has one.
 */
export interface UnitRow {
  row: number;
  id: string | undefined;
  name: string | undefined;
  shortName: string | undefined;
  type: string | undefined;
  parent: string | undefined;
  staff: number | undefined;
  students: number | undefined;
  households: number | undefined;
  from: string | undefined;
}

/** The code of the row itself: it must be one. */
export function ownCode(cells: Cells): string | undefined {
  const id = cells.required('id');
  if (id === undefined || isCode(id)) return id;
  const suggestion = codeLike(id);
  return suggestion === '' ? cells.wrong('id', 'code-shape') : cells.wrong('id', 'code-shape-like', { suggestion });
}

/** The code of a type we know, or the words as they stand: a province may have types of its own. */
function typeIn(cells: Cells): string | undefined {
  const text = cells.text('type', 100);
  return text === undefined ? undefined : (codeOf('unitType', text) ?? text);
}

function saidIn(cells: Cells, name: string | undefined) {
  return {
    row: cells.row,
    name,
    shortName: cells.text('shortName'),
    type: typeIn(cells),
    parent: cells.text('parentId'),
    staff: cells.count('staff'),
    students: cells.count('students'),
    households: cells.count('households'),
    from: cells.day('from'),
  };
}

function unitIn(cells: Cells): UnitRow | undefined {
  const said = saidIn(cells, cells.text('name'));
  const id = ownCode(cells);
  return id === undefined ? undefined : { ...said, id };
}

function unitWithoutCode(cells: Cells): UnitRow | undefined {
  const name = cells.required('name');
  return name === undefined ? undefined : { ...saidIn(cells, name), id: undefined };
}

/** Units as the rows of a table say them. Codes that differ by capitals alone are one code. */
export function readUnits(rows: readonly Row[], columns: Columns<'units'>): Understood<UnitRow> {
  if (columns.id === undefined) return understand('units', rows, columns, unitWithoutCode);
  const { rows: units, issues, notices } = understand('units', rows, columns, unitIn);
  return { rows: units, notices, issues: [...issues, ...duplicates(units, 'id', ({ id }) => id!.toLowerCase())] };
}
