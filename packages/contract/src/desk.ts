import { z } from 'zod';
import { pageView } from './page.ts';
import { listedSurveyView } from './surveys.ts';

/** Why a survey waits for its organizer. `counting` needs no hand, `stuck` is counting that keeps failing. */
export const waitingReasons = ['missed-opening', 'stuck', 'to-publish', 'counting', 'draft'] as const;
export type WaitingReason = (typeof waitingReasons)[number];

/** What an administrator prepares before anybody can ask, in this order. */
export const firstSteps = ['units', 'bodies', 'organizers', 'arrived'] as const;

const some = <Item extends z.ZodType>(item: Item) => pageView(item).omit({ page: true });

/** What somebody finds when she sits down: everything here is hers to see by a role, and each part is short. */
export const deskView = z.object({
  /** The moment it was set out: what "today" and "three days left" mean. */
  now: z.string(),
  waiting: some(listedSurveyView.extend({ why: z.enum(waitingReasons) })),
  /** Surveys with opinions she is to read before others do; `left` of them. */
  moderate: some(listedSurveyView.extend({ left: z.number().int() })),
  /** Surveys with answers to opinions that wait for her next step; `left` themes. */
  answer: some(listedSurveyView.extend({ left: z.number().int() })),
  /** Surveys with commitments she says are kept: so many late, due within a week, not as reported. */
  keep: some(listedSurveyView.extend({ late: z.number().int(), soon: z.number().int(), disputed: z.number().int() })),
  /** Surveys with commitments reported as kept that she looks into for the inspection board; `left` of them. */
  confirm: some(listedSurveyView.extend({ left: z.number().int() })),
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
