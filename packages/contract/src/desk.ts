import { z } from 'zod';
import { pageView } from './page.ts';
import { listedSurveyView } from './surveys.ts';

/** Why a survey waits for its organizer. `counting` needs no hand, `stuck` is counting that keeps failing. */
export const waitingReasons = ['missed-opening', 'stuck', 'to-publish', 'counting', 'draft'] as const;
export type WaitingReason = (typeof waitingReasons)[number];

/** What an administrator prepares before anybody can ask, in this order. */
export const firstSteps = ['units', 'bodies', 'organizers', 'arrived'] as const;

const some = <Item extends z.ZodType>(item: Item) => pageView(item).omit({ page: true });

/**
 * Work that waits in surveys: opinions to read before others do, answers to take a step further, commitments to keep, and those
 * reported as kept to look into for the inspection board.
 */
export const deskWorks = ['moderate', 'answer', 'keep', 'confirm'] as const;
export type DeskWork = (typeof deskWorks)[number];

/** A survey where it waits: so much, and of commitments so many late, due within a week and not as reported. */
export const waitingSurveyView = listedSurveyView.extend({
  left: z.number().int(),
  of: z.object({ late: z.number().int(), soon: z.number().int(), disputed: z.number().int() }).nullable(),
});
export type WaitingSurveyView = z.infer<typeof waitingSurveyView>;

/** The first of them, and how many there are; `more`: at least as many. */
const waitingPart = z.object({ items: z.array(waitingSurveyView), count: z.number().int(), more: z.boolean() });
export type WaitingPart = z.infer<typeof waitingPart>;
const waitingParts = {
  moderate: waitingPart,
  answer: waitingPart,
  keep: waitingPart,
  confirm: waitingPart,
} satisfies Record<DeskWork, typeof waitingPart>;

/** What somebody finds when she sits down: everything here is hers to see by a role, and each part is short. */
export const deskView = z.object({
  /** The moment it was set out: what "today" and "three days left" mean. */
  now: z.string(),
  waiting: some(listedSurveyView.extend({ why: z.enum(waitingReasons) })),
  /** What waits for her in surveys, by its kind. */
  ...waitingParts,
  /** Consultations whose organisations she reads and does not organise; `left` organisations sent their opinion. */
  heard: some(listedSurveyView.extend({ left: z.number().int() })),
  /** What has opened where she inspects, the newest first. */
  inspect: some(listedSurveyView),
  closingSoon: z.array(listedSurveyView),
  running: some(listedSurveyView.extend({ opensAt: z.string().nullable() })),
  results: some(listedSurveyView),
  /** Which first steps are done; `null` for who administrates nothing. */
  steps: z
    .object({ units: z.boolean(), bodies: z.boolean(), organizers: z.boolean(), arrived: z.boolean() })
    .nullable(),
  /** Accounts in her hands that nobody has ever come in with, `more` beyond a hundred; `null` for who manages none. */
  unused: z.object({ count: z.number().int(), more: z.boolean() }).nullable(),
  /** Urgent messages that have not left yet, and since which day; `null` where none waits, and for who administrates nothing. */
  urgent: z.object({ waiting: z.number().int(), since: z.string() }).nullable(),
});
export type DeskView = z.infer<typeof deskView>;
