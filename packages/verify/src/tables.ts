import { type Column, type Compiled, criteriaOf, crossedOf, isAskedColumn } from '@danban/survey';

/** One table that is committed to: a counted column, told apart by none, one or two criteria of the plan. */
export interface Table {
  /** Its place among the tables of all breakdowns: what its keys hang on. */
  readonly index: number;
  /** Its place among the tables of a release, which hold for every group alike. */
  readonly cell: number;
  /** Criteria by their places in the plan. */
  readonly criteria: readonly number[];
}

/** Every table of a definition, in their order, and how a sheet's packed answers stand in each. */
export interface Tables {
  readonly all: readonly Table[];
  /** Tables a release has: as many for every breakdown. */
  readonly perBreakdown: number;
  /** The category in which a sheet stands in the table; `NOT_ASKED` where its question was not asked. */
  category(table: Table, packed: Uint8Array): number;
  /** The answers to the criteria of a table, a byte each. */
  criteria(table: Table, packed: Uint8Array): Uint8Array;
}

/** The category of whoever was not asked: such a leaf is never opened. */
export const NOT_ASKED = 255;

/** Chosen is 1 and everything else 0, as a release counts a multiple choice (disclosure R13); packed, 2 is not chosen. */
const CHOSEN = 1;
const NOT_CHOSEN = 2;

interface Read {
  readonly at: number;
  readonly askedAt: number;
  readonly isOneOfMany: boolean;
}

/**
 * The tables of a survey follow from its definition alone, so that a device knows them before anybody has answered:
 * breakdown by breakdown (none, each criterion, each crossed pair), in each the counted columns in their order.
 */
export function tablesOf(compiled: Compiled): Tables {
  const { definition, columns } = compiled;
  const criteria = criteriaOf(definition.plan, definition.questions);
  const places = criteria.map(({ id }) => columns.find(({ questionId }) => questionId === id)!.index);
  const reads = countedColumns(compiled).map((column) => readOf(column, compiled));
  const breakdowns = [
    [],
    ...criteria.map((_, at) => [at]),
    ...(definition.plan ? crossedOf(definition.plan, criteria) : []),
  ];
  const all = breakdowns.flatMap((by, rank) =>
    reads.map((_, cell): Table => ({ index: rank * reads.length + cell, cell, criteria: by })),
  );
  return {
    all,
    perBreakdown: reads.length,
    category({ cell }, packed) {
      const { at, askedAt, isOneOfMany } = reads[cell]!;
      if (askedAt >= 0 && packed[askedAt] === 0) return NOT_ASKED;
      const value = packed[at]!;
      return isOneOfMany && value !== CHOSEN ? 0 : value;
    },
    criteria: (table, packed) => Uint8Array.from(table.criteria, (at) => packed[places[at]!]!),
  };
}

/** The columns that have a table; the others say whether a question was asked. */
export const countedColumns = ({ columns }: Compiled): readonly Column[] =>
  columns.filter((column) => !isAskedColumn(column));

function readOf({ index, questionId }: Column, { columns, definition }: Compiled): Read {
  const asked = columns.find((one) => one.questionId === questionId && isAskedColumn(one));
  const type = definition.questions.find(({ id }) => id === questionId)!.type;
  return { at: index, askedAt: asked?.index ?? -1, isOneOfMany: type === 'multi' };
}

/** The packed answers of a sheet out of its categories in the tables of a release: what `category` reads, the other way round. */
export function packedOf(compiled: Compiled, categories: readonly number[]): Uint8Array {
  const packed = new Uint8Array(compiled.columns.length);
  const counted = countedColumns(compiled);
  counted.forEach((column, cell) => {
    const category = categories[cell]!;
    if (category === NOT_ASKED) return;
    const { at, askedAt, isOneOfMany } = readOf(column, compiled);
    if (askedAt >= 0) packed[askedAt] = 1;
    packed[at] = isOneOfMany ? ofMulti(counted, categories, cell) : category;
  });
  return packed;
}

/** A multiple choice nobody chose of was left out. */
function ofMulti(columns: readonly Column[], categories: readonly number[], cell: number): number {
  if (categories[cell] === CHOSEN) return CHOSEN;
  const { questionId } = columns[cell]!;
  const isAnswered = columns.some((one, other) => one.questionId === questionId && categories[other] === CHOSEN);
  return isAnswered ? NOT_CHOSEN : 0;
}
