import type { GroupSet } from '@danban/disclosure';
import type { Column } from '@danban/survey';
import type { CriterionColumn, Sheets } from './inner.ts';

export type Histogram = Uint8Array | Uint16Array | Uint32Array;

/** Counts of a survey: people per group or inner cell, and per column a histogram of each, "no answer" first. */
export interface Counts<H extends Histogram = Uint32Array> {
  people: Uint32Array;
  /** `columns[c][group * (options + 1) + value]`. */
  columns: H[];
}

/** One histogram out of many. */
export function answersOf<H extends Histogram>(column: H, at: number, width: number): H {
  return column.subarray(at * width, (at + 1) * width) as H;
}

export interface GroupCounter {
  add(sheets: Sheets): void;
  counts: Counts;
}

/**
 * Counts every group in one pass. A sheet stands in its place's total and in as many breakdowns as are declared; these
 * are counted for the place first and then added to the groups of the place and of every unit above it.
 */
export function groupCounter(
  parent: Int32Array,
  set: GroupSet,
  columns: readonly Column[],
  criteria: readonly CriterionColumn[],
): GroupCounter {
  const counts = emptyCounts(set, columns);
  const layout = layoutOf(parent.length, set, columns, criteria);
  return {
    counts,
    add(sheets) {
      const local = countPlace(layout, sheets);
      for (let unit = sheets.unit; unit >= 0; unit = parent[unit]!) addToUnit(layout, counts, local, unit);
    },
  };
}

function emptyCounts({ n }: GroupSet, columns: readonly Column[]): Counts {
  return {
    people: n,
    columns: columns.map((column) => new Uint32Array(n.length * (column.options + 1))),
  };
}

/**
 * A slot is what a sheet may stand in, whatever its place: the total, or one cell of one breakdown. `groupAt` says which
 * group of a unit a slot is, -1 where the unit has none of it.
 */
interface Layout {
  bytes: number;
  /** Where each column's histogram begins in a slot. */
  starts: Uint32Array;
  widths: Uint32Array;
  width: number;
  slots: number;
  breakdowns: Breakdown[];
  groupAt: Int32Array;
}

interface Breakdown {
  criteria: { index: number; radix: number; dimension: number }[];
  first: number;
}

function layoutOf(
  units: number,
  set: GroupSet,
  columns: readonly Column[],
  criteria: readonly CriterionColumn[],
): Layout {
  const widths = Uint32Array.from(columns, ({ options }) => options + 1);
  const starts = new Uint32Array(columns.length);
  let width = 0;
  widths.forEach((values, column) => {
    starts[column] = width;
    width += values;
  });
  const { breakdowns, slots } = breakdownsIn(set, criteria);
  const groupAt = new Int32Array(units * slots).fill(-1);
  set.groups.forEach(({ unit, by }, group) => (groupAt[unit * slots + slotOf(breakdowns, by)] = group));
  return { bytes: columns.length, starts, widths, width, slots, breakdowns, groupAt };
}

type By = GroupSet['groups'][number]['by'];
const nameOf = (dimensions: readonly number[]): string => dimensions.join(' ');

/** The kinds of breakdown that are there, each with its slots after the total's. */
function breakdownsIn({ groups }: GroupSet, criteria: readonly CriterionColumn[]) {
  const kinds = new Map<string, number[]>();
  for (const { by } of groups) {
    const dimensions = by.map(({ dimension }) => dimension);
    if (dimensions.length > 0) kinds.set(nameOf(dimensions), dimensions);
  }
  let slots = 1;
  const breakdowns = [...kinds.values()].map((dimensions): Breakdown => {
    const found = dimensions.map((dimension) => {
      const { index, categories } = criteria[dimension]!;
      return { dimension, index, radix: categories + 1 };
    });
    const first = slots;
    slots += found.reduce((product, { radix }) => product * radix, 1);
    return { criteria: found, first };
  });
  return { breakdowns, slots };
}

function slotOf(breakdowns: readonly Breakdown[], by: By): number {
  if (by.length === 0) return 0;
  const name = nameOf(by.map(({ dimension }) => dimension));
  const { criteria, first } = breakdowns.find((one) => nameOf(one.criteria.map((c) => c.dimension)) === name)!;
  return first + by.reduce((at, { category }, i) => at * criteria[i]!.radix + category, 0);
}

/** The histograms of one place, slot after slot, and which slots anybody stands in. */
interface Local {
  histograms: Uint32Array;
  people: Uint32Array;
}

function countPlace({ bytes, starts, width, slots, breakdowns }: Layout, { people, packed }: Sheets): Local {
  const local = { histograms: new Uint32Array(slots * width), people: new Uint32Array(slots) };
  const standsIn = new Uint32Array(breakdowns.length + 1);
  for (let sheet = 0; sheet < people; sheet++) {
    const row = sheet * bytes;
    breakdowns.forEach(({ criteria, first }, at) => {
      let cell = 0;
      for (const { index, radix } of criteria) cell = cell * radix + packed[row + index]!;
      standsIn[at + 1] = first + cell;
    });
    for (const slot of standsIn) local.people[slot]!++;
    for (let column = 0; column < bytes; column++) {
      const at = starts[column]! + packed[row + column]!;
      for (let kind = 0; kind < standsIn.length; kind++) local.histograms[standsIn[kind]! * width + at]!++;
    }
  }
  return local;
}

function addToUnit(layout: Layout, { columns }: Counts, { histograms, people }: Local, unit: number): void {
  const { slots, width, starts, widths, groupAt } = layout;
  for (let slot = 0; slot < slots; slot++) {
    const group = groupAt[unit * slots + slot]!;
    if (group < 0 || people[slot] === 0) continue;
    for (let column = 0; column < widths.length; column++) {
      const values = widths[column]!;
      const [from, to] = [slot * width + starts[column]!, group * values];
      for (let value = 0; value < values; value++) columns[column]![to + value]! += histograms[from + value]!;
    }
  }
}
