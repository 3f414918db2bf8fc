import { z } from 'zod';
import { pageView } from './page.ts';
import { surveySummaryView } from './surveys.ts';

/** Why a survey waits for its organizer. `counting` needs no hand, `stuck` is counting that keeps failing. */
export const waitingReasons = ['missed-opening', 'stuck', 'to-publish', 'counting', 'draft'] as const;
export type WaitingReason = (typeof waitingReasons)[number];

const some = <Item extends z.ZodType>(item: Item) => pageView(item).omit({ page: true });

/** What somebody finds when she sits down: everything here is hers to see by a role, and each part is short. */
export const deskView = z.object({
  /** The moment it was set out: what "today" and "three days left" mean. */
  now: z.string(),
  waiting: some(surveySummaryView.extend({ why: z.enum(waitingReasons) })),
  closingSoon: z.array(surveySummaryView),
  running: some(surveySummaryView.extend({ opensAt: z.string().nullable() })),
  results: some(surveySummaryView),
  /** Accounts in her hands that nobody has ever come in with, `more` beyond a hundred; `null` for who manages none. */
  unused: z.object({ count: z.number().int(), more: z.boolean() }).nullable(),
});
export type DeskView = z.infer<typeof deskView>;
