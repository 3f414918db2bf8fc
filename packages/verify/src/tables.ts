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

/** Chosen is 1 and everything else 0, as a release counts a multiple choice (disclosure R13). */
const CHOSEN = 1;

interface Read {
  readonly at: number;
  readonly askedAt: number;
  readonly isOneOfMany: boolean;
}

/**
 * The tables of a survey follow from its definition alone, so that a device knows them before anybody has answered:
 * breakdown by breakdown (none, each criterion, each crossed pair), in each the counted columns in their order.
 */
export function tablesOf({ definition, columns }: Compiled): Tables {
  const criteria = criteriaOf(definition.plan, definition.questions);
  const places = criteria.map(({ id }) => columns.find(({ questionId }) => questionId === id)!.index);
  const reads = columns.filter((column) => !isAskedColumn(column)).map((column) => readOf(column, columns, definition));
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

function readOf(column: Column, all: readonly Column[], { questions }: Compiled['definition']): Read {
  const asked = all.find((one) => one.questionId === column.questionId && isAskedColumn(one));
  const type = questions.find(({ id }) => id === column.questionId)!.type;
  return { at: column.index, askedAt: asked?.index ?? -1, isOneOfMany: type === 'multi' };
}
