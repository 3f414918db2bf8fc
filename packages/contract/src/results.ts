import { z } from 'zod';
import { countUnits, doors, participationView } from './surveys.ts';

const text = z.object({ vi: z.string(), en: z.string().optional() });

/**
 * One cell of a released table. `exact.counts[0]` is "no answer", then one count per option; `n` their sum.
 * `band`: at least `atLeast` percent chose `option` (0 = no answer). `protected`: nothing may be said.
 */
export const cellView = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('exact'),
    n: z.number().int(),
    counts: z.array(z.number().int()),
    mean: z.number().nullable(),
  }),
  z.object({ kind: z.literal('band'), option: z.number().int(), atLeast: z.number().int() }),
  z.object({ kind: z.literal('protected') }),
]);
export type CellView = z.infer<typeof cellView>;

/**
 * A table: one question, one matrix row, one option of a multiple choice or of a ranking. A choice's has a single
 * option, `counts[1]` people chose it and `counts[0]` did not, silent or not; a ranking's has the places as options,
 * and `counts[0]` did not place it. People who were not asked are in no cell.
 */
export const tableView = z.object({
  label: text.nullable(),
  options: z.array(
    z.object({
      label: text,
      score: z.number().nullable().optional(),
      /** Says that something is not well. */
      negative: z.boolean().optional(),
    }),
  ),
  /** One cell per unit, in the order of `units`. */
  cells: z.array(cellView),
});
export type TableView = z.infer<typeof tableView>;

/** Asked only of those who chose one of these options of the question before. */
const condition = z.object({
  question: z.string(),
  anyOf: z.array(z.string()),
  /** The words of these options; absent in releases stored before they were kept. */
  options: z.array(text).optional(),
});

export const releasedQuestion = z.object({
  id: z.string(),
  /** Its number in the form; absent in releases stored before it was kept. */
  number: z.number().int().optional(),
  type: z.string(),
  text,
  headline: z.boolean(),
  motto: z.array(z.string()),
  sensitive: z.boolean(),
  /** Everybody when absent. */
  showIf: condition.optional(),
  /** A mark for these options (positions from 1) together, to be read from exact cells. */
  alert: z.object({ options: z.array(z.number().int()), minCount: z.number().int(), note: text.optional() }).optional(),
  tables: z.array(tableView),
});
export type ReleasedQuestion = z.infer<typeof releasedQuestion>;

/** A question answered in writing: that it was asked, and nothing of what was written. */
export const writtenQuestion = z.object({
  id: z.string(),
  number: z.number().int(),
  text,
  showIf: condition.optional(),
});
export type WrittenQuestion = z.infer<typeof writtenQuestion>;

export const releasedUnit = z.object({
  id: z.string(),
  /** Index of the parent in `units`; -1 for the whole. `units[0]` is the whole survey. */
  parent: z.number().int(),
  name: z.string(),
  /** People who answered for an inner unit itself rather than for one below it. */
  own: z.boolean(),
  participation: participationView,
});
export type ReleasedUnit = z.infer<typeof releasedUnit>;

/** A release: frozen, disclosure-controlled. Screen, print, CSV and JSON show this and nothing else. */
export const releaseView = z.object({
  schema: z.literal(1),
  survey: z.object({
    title: text,
    body: z.string(),
    unit: z.string(),
    door: z.enum(doors),
    /** Absent in releases stored before it was recorded. */
    countUnit: z.enum(countUnits).optional(),
    closedOn: z.string(),
    definitionHash: z.string(),
  }),
  thresholds: z.object({ unit: z.number().int(), sensitive: z.number().int(), comments: z.number().int() }),
  units: z.array(releasedUnit),
  questions: z.array(releasedQuestion),
  /** Absent in releases stored before it was kept. */
  written: z.array(writtenQuestion).optional(),
  /** Written opinions wait for review; how many there are is said where the whole may be shown. */
  comments: z.object({ received: z.number().int().nullable() }),
  /**
   * Sealed answers that nobody could open after a backup had been restored, and that are not in this release; absent where
   * there were none. `null`: how many may not be said.
   */
  unopened: z.object({ answers: z.number().int().nullable() }).optional(),
});
export type ReleaseView = z.infer<typeof releaseView>;

/** The number of a counted question in the form; older releases know only its place among the counted ones. */
export function numberOf({ questions }: Pick<ReleaseView, 'questions'>, id: string): number {
  const at = questions.findIndex((question) => question.id === id);
  return questions[at]?.number ?? at + 1;
}
