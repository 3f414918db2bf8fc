import { z } from 'zod';

const count = z.number().int();
/** A criterion by the id of its question; several are crossed, none stands for the totals of units. */
const criteria = z.array(z.string());

/** What is taken for granted where a release is looked at before anybody has answered. */
export const outlookAssumed = z.object({
  /** Of a hundred who are asked, how many answer. */
  rate: count,
  /** People at each place of which no number is known; `null` where all are. */
  each: count.nullable(),
  /** Of a hundred who answer, how many choose each option of a criterion; first those who leave it out. */
  shares: z.array(z.object({ question: z.string(), percents: z.array(z.number()) })),
});
export type OutlookAssumed = z.infer<typeof outlookAssumed>;

/** What an organizer should know before opening, with numbers for its sentence. Options are counted from 1. */
export const outlookWarning = z.discriminatedUnion('code', [
  z.object({ code: z.literal('units-too-small'), units: count, of: count, fewest: count }),
  z.object({ code: z.literal('own-unit-rarely-shown'), percent: count }),
  z.object({ code: z.literal('breakdown-never-shown'), criteria, people: count, groups: count, least: count }),
  z.object({ code: z.literal('one-category'), question: z.string(), option: count }),
  z.object({ code: z.literal('category-too-small'), question: z.string(), option: count, people: count, least: count }),
  z.object({
    code: z.literal('breakdown-mostly-hidden'),
    criteria,
    shown: count,
    groups: count,
    because: z.enum(['units', 'groups']),
  }),
]);
export type OutlookWarning = z.infer<typeof outlookWarning>;

/** What a release would show if as many answered as is assumed: numbers of groups and people, and nothing of anybody. */
export const outlookView = z.object({
  assumed: outlookAssumed,
  /** Who would be asked, and who would answer. */
  asked: count,
  answering: count,
  /** Units and parts of them where people answer, and of how many of these no number is known. */
  places: count,
  unknown: count,
  /** Units that were looked at in place of all; `null`: all were. */
  sampled: count.nullable(),
  /** Totals of units first, then breakdowns; from the whole (level 0) down. */
  shares: z.array(z.object({ criteria, level: count, groups: count, shown: count })),
  /** People, and those of them who find the total of their very own unit. */
  own: z.object({ people: count, shown: count }),
  warnings: z.array(outlookWarning),
});
export type OutlookView = z.infer<typeof outlookView>;
