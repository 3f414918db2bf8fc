import { z } from 'zod';
import { cellView, packedCell, unpackCell, type CellView, type PackedCell } from './packed.ts';
import { countUnits, doors, participationView } from './surveys.ts';

const text = z.object({ vi: z.string(), en: z.string().optional() });

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
  /** The index its rows belong to, and the point of social critique it asks about. */
  profile: z.string().optional(),
  criterion: z.string().optional(),
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

/** One ranked criterion of the plan: a question, and what its categories are called; 0 is "no answer". */
const criterion = z.object({
  question: z.string(),
  number: z.number().int(),
  text,
  options: z.array(text),
});
export type Criterion = z.infer<typeof criterion>;

/** What groups of a unit the organizer announced before anybody answered, in their order; pairs by their place in it. */
export const releasedPlan = z.object({
  breakdowns: z.array(criterion),
  crossed: z.array(z.tuple([z.number().int(), z.number().int()])),
});
export type ReleasedPlan = z.infer<typeof releasedPlan>;

/** Questions by their id: clauses that people want as they stand, and clauses they want changed or left out. */
const wanted = { keep: z.array(z.string()), change: z.array(z.string()) };

/** How people are of one mind about a draft, and where they part: no count, and nobody's place. */
export const opinionMapSaid = z.object({
  consensus: z.object(wanted),
  /** What all groups want as it stands; empty where no groups are shown. */
  across: z.array(z.string()),
  /** Empty where there are none, or none that may be shown: which of both is not said. */
  groups: z.array(
    z.object({
      /** About how large: tenths of everybody. */
      tenths: z.number().int(),
      ...wanted,
      /** The middle of the group on the map, each from about -1 to 1. */
      at: z.tuple([z.number(), z.number()]),
    }),
  ),
});
export type OpinionMapSaid = z.infer<typeof opinionMapSaid>;

/** Everything of a release that is no figure of a group: what it is about, and what its tables are called. */
export const releaseHead = z.object({
  schema: z.literal(2),
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
  thresholds: z.object({
    unit: z.number().int(),
    sensitive: z.number().int(),
    comments: z.number().int(),
    /** Fewest people of a breakdown; absent in releases without any. */
    breakdown: z.number().int().optional(),
  }),
  plan: releasedPlan.nullable(),
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
  /**
   * Sheets that were filled in on paper and typed in by whoever organises, as they say; absent where none were, and before the
   * close. `null`: how many may not be said.
   */
  onPaper: z.object({ sheets: z.number().int().nullable() }).optional(),
  /** Of a consultation at its close. */
  map: opinionMapSaid.optional(),
});
export type ReleaseHead = z.infer<typeof releaseHead>;

export const releaseKinds = ['interim', 'final', 'correction'] as const;
export type ReleaseKind = (typeof releaseKinds)[number];

/** One of the releases of a survey. `madeOn`: the day it was counted. */
export const releaseMark = z.object({
  number: z.number().int(),
  kind: z.enum(releaseKinds),
  madeOn: z.string(),
  /** Of a correction, why it was made. */
  reason: z.string().optional(),
});
export type ReleaseMark = z.infer<typeof releaseMark>;

/** A place in the frozen tree. */
export const releasedPlace = z.object({
  position: z.number().int(),
  name: z.string(),
  /** People who answered for an inner unit itself rather than for one below it. */
  own: z.boolean(),
});
export type ReleasedPlace = z.infer<typeof releasedPlace>;

/** The total of one unit: what is said of it, as it is stored. */
export const unitSaid = releasedPlace.extend({
  id: z.string(),
  /** Position of the unit above; -1 for the whole, which is at position 0. */
  parent: z.number().int(),
  /** How many units lie right below. */
  children: z.number().int(),
  participation: participationView,
});
export type UnitSaid = z.infer<typeof unitSaid>;

/** One group of a breakdown: which category of which criterion of the plan, and how many it rests on where that is shown. */
export const breakdownSaid = z.object({
  unit: z.number().int(),
  by: z.array(z.object({ criterion: z.number().int(), category: z.number().int() })),
  n: z.number().int().nullable(),
});
export type BreakdownSaid = z.infer<typeof breakdownSaid>;

/** Packed cells of all tables, in the order of the questions and their tables. */
const cells = z.array(packedCell);

/** A page of a release: one unit, those right below it, and the breakdowns of the unit. */
export const releasePage = releaseHead.extend({
  release: releaseMark.extend({ checksum: z.string() }),
  /** All releases of the survey, the newest first. */
  releases: z.array(releaseMark),
  /** How many units the release knows. */
  unitCount: z.number().int(),
  /** From the whole down to the unit above. */
  path: z.array(releasedPlace),
  /** The unit itself, then those right below it. */
  units: z.array(unitSaid.extend({ cells })),
  breakdowns: z.array(breakdownSaid.extend({ cells })),
});
export type ReleasePage = z.infer<typeof releasePage>;

/** A unit whose number of people asked may be corrected, or why not: `shown`, its results are; `last`, nothing lies below it. */
const correctablePlace = releasedPlace.extend({
  children: z.number().int(),
  respondents: z.number().int().nullable(),
  invited: z.number().int().nullable(),
  mayCorrect: z.boolean(),
});

/** One unit of a released survey and those right below it, for correcting how many were asked there. */
export const correctionView = z.object({
  /** A correction that is being counted. */
  waiting: z.boolean(),
  path: z.array(releasedPlace),
  unit: correctablePlace,
  below: z.array(correctablePlace),
});
export type CorrectionView = z.infer<typeof correctionView>;

/** Units found by their name, each with the names above it. */
export const foundUnits = z.object({
  units: z.array(releasedPlace.extend({ above: z.array(z.string()) })),
  /** There are more than are shown. */
  more: z.boolean(),
});
export type FoundUnits = z.infer<typeof foundUnits>;

/** The number of a counted question in the form; older releases know only its place among the counted ones. */
export function numberOf({ questions }: Pick<ReleaseHead, 'questions'>, id: string): number {
  const at = questions.findIndex((question) => question.id === id);
  return questions[at]?.number ?? at + 1;
}

/** The cells of one group, question by question and table by table, as they belong to the tables of the head. */
export function cellsOf({ questions }: Pick<ReleaseHead, 'questions'>, packed: readonly PackedCell[]): CellView[][] {
  let at = 0;
  return questions.map(({ tables }) => tables.map(() => unpackCell(packed[at++] ?? 0)));
}

/** The headline question as an earlier survey released it, in the units that the unit asked about carries on. */
export const earlierWave = z.object({
  closedOn: z.string(),
  table: tableView,
  units: z.array(releasedPlace.pick({ name: true }).extend({ participation: participationView, cell: cellView })),
});
export type EarlierWave = z.infer<typeof earlierWave>;

/** The newest first. */
export const wavesView = z.object({ waves: z.array(earlierWave) });
export type WavesView = z.infer<typeof wavesView>;
