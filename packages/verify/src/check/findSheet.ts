import { compareBytes, type Sha256 } from '@danban/bytes';
import type { Compiled } from '@danban/survey';
import { anywhereIn, type Anywhere, type Opened, type Parents, pathTo, tableKey } from '../commitment.ts';
import { openedBy } from '../tableFile.ts';
import { countedColumns, NOT_ASKED, type Tables } from '../tables.ts';
import type { CountedTable } from './release.ts';

/** How one sheet stands in the tables of a survey: by column its category, and where it counts. */
export interface Found {
  readonly unit: number;
  /** By table without criteria; `NOT_ASKED` where the question was not asked. */
  readonly categories: readonly number[];
}

interface Survey {
  readonly compiled: Compiled;
  readonly tables: Tables;
  readonly parents: Parents;
}

/** One sheet in one table. */
interface Look {
  readonly table: CountedTable;
  readonly sheet: Anywhere;
  /** Every category somebody can stand in. */
  readonly options: readonly number[];
}

/** Where a sheet with this key stands in every table without criteria; null where it is missing in one. */
export function findSheet(
  sha256: Sha256,
  survey: Survey,
  counted: readonly CountedTable[],
  key: Uint8Array,
): Found | null {
  const looks = looksOf(sha256, survey, counted, key);
  const unit = unitOf(survey.parents, looks);
  if (unit === null) return null;
  const categories = looks.map((look) => categoryIn(look, unit));
  return categories.every((category) => category !== null) ? { unit, categories } : null;
}

function looksOf(
  sha256: Sha256,
  { compiled, tables, parents }: Survey,
  counted: readonly CountedTable[],
  key: Uint8Array,
): Look[] {
  const columns = countedColumns(compiled);
  const plain = tables.all.filter(({ criteria }) => criteria.length === 0);
  return plain.map(({ index }, at) => ({
    table: counted[index]!,
    sheet: anywhereIn(sha256, parents, tableKey(sha256, key, index)),
    options: [...Array.from({ length: columns[at]!.options + 1 }, (_, category) => category), NOT_ASKED],
  }));
}

function categoryIn({ table, sheet, options }: Look, unit: number): number | null {
  const leaf = sheet.leafIn(unit);
  return options.find((category) => table.has(leaf(category))) ?? null;
}

/** The unit in which it stands in one table: all others are looked at there alone. */
function unitOf(parents: Parents, looks: readonly Look[]): number | null {
  const opened = openedUnit(parents, looks);
  if (opened !== undefined) return opened;
  // No leaf that is opened is this sheet's: where none is closed, it is missing.
  if (looks.length === 0 || looks.some(({ table }) => table.closed === 0)) return null;
  const quickest = looks.reduce((best, look) => (look.options.length < best.options.length ? look : best));
  const units = Array.from({ length: parents.length }, (_, unit) => unit);
  return units.find((unit) => categoryIn(quickest, unit) !== null) ?? null;
}

/** A leaf with a key of the sheet, so many steps above its unit. */
interface Trace {
  readonly sheet: Anywhere;
  readonly leaf: Opened;
  readonly steps: number;
}

/** The unit, out of a leaf that is opened: the nearer to the sheet's own unit it is, the fewer are tried. */
function openedUnit(parents: Parents, looks: readonly Look[]): number | undefined {
  const depths = Array.from({ length: parents.length }, (_, unit) => pathTo(parents, unit).length);
  const deepest = depths.reduce((most, depth) => Math.max(most, depth), 0);
  const farther: Trace[] = [];
  for (const look of looks) {
    const traces = tracesOf(look, deepest);
    const own = traces.find((trace) => trace.steps === 0 && isOwn(trace, trace.leaf.unit));
    if (own) return own.leaf.unit;
    farther.push(...traces);
  }
  for (const trace of farther.sort((a, b) => a.steps - b.steps)) {
    const { leaf, steps } = trace;
    const depth = depths[leaf.unit]! + steps;
    const isBelow = (unit: number): boolean => leaf.unit === 0 || pathTo(parents, unit).includes(leaf.unit);
    const unit = depths.findIndex((one, at) => one === depth && isBelow(at) && isOwn(trace, at));
    if (unit >= 0) return unit;
  }
  return undefined;
}

/** Whether everything below the unit to which the leaf is opened is what it would be of a sheet of this one. */
const isOwn = ({ sheet, leaf }: Trace, unit: number): boolean =>
  compareBytes(sheet.below(unit, leaf.unit), leaf.below) === 0;

function tracesOf({ table, sheet }: Look, deepest: number): Trace[] {
  const ladder = Array.from({ length: deepest + 1 }, (_, steps) => sheet.keyAbove(steps + 1));
  return openedBy(ladder, table.file, 0).map(({ leaf, key }) => ({ sheet, leaf, steps: key }));
}
