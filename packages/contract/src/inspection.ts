import { reasons } from '@danban/comments';
import { z } from 'zod';
import { auditExtractView } from './audit.ts';
import { commitmentStates } from './commitments.ts';
import { releaseKinds } from './results.ts';
import { countUnits, doors, participationView, surveySummaryView } from './surveys.ts';

const count = z.int().min(0);
/** A number from the threshold on; null: there are some, and how many is not told. */
const told = count.nullable();
const day = z.iso.date();

/** A line of the public log about the survey, as it is hashed, and which line it is. */
const loggedLine = z.object({ position: count, text: z.string() });

/** How far opinions have come, in numbers as they are published: never more, never earlier. */
const inspectedComments = z.discriminatedUnion('kind', [
  /** The form asks for none, or nothing is counted yet. */
  z.object({ kind: z.enum(['none', 'not-counted']) }),
  /** Two people read each of them; `enough`: there are as many as it takes to tell of them. */
  z.object({ kind: z.literal('reading'), enough: z.boolean(), allRead: z.boolean() }),
  z.object({
    kind: z.literal('published'),
    received: told,
    published: told,
    hidden: told,
    parts: z.array(z.object({ why: z.enum([...reasons, 'routed']), opinions: told })),
  }),
]);
export type InspectedComments = z.infer<typeof inspectedComments>;

const inspectedReplies = z.object({
  /** Opinions of people, as far as their numbers are told. */
  counter: z.object({ received: told, answered: told, pending: told }).nullable(),
  /** Points of organisations, which speak by name. */
  points: z.object({ received: count, answered: count }),
  due: day.nullable(),
  lateBy: count.nullable(),
  doneOn: day.nullable(),
  commitments: z.record(z.enum(commitmentStates), count),
});

/** What the inspection board sees of one survey: counts, acts and lines of the log; no answer and no opinion of anybody. */
export const inspectionView = z.object({
  survey: surveySummaryView.extend({
    openedOn: day.nullable(),
    kind: z.string(),
    door: z.enum(doors),
    countUnit: z.enum(countUnits),
  }),
  /** The deadline that was announced, where somebody closed it before; null where nobody did. */
  closedBefore: z.string().nullable(),
  now: z.string(),
  /** Under which its public files stand, and the page that checks them; null where no log speaks of it. */
  checked: z.object({ slug: z.string(), page: z.string() }).nullable(),
  threshold: count,
  counts: z.object({
    invited: count.nullable(),
    /** How many stand on the list, as long as there is one. */
    listed: count.nullable(),
    links: count,
    /** By the log of acts; nothing of it tells whether a slip was used. */
    slips: z.object({ printed: count, voided: count }).nullable(),
    /** Sealed answers nobody can open any more, as a rounded share. */
    unopened: participationView.nullable(),
    comments: inspectedComments,
    organisations: z.object({ invited: count, sent: count }).nullable(),
    replies: inspectedReplies.nullable(),
    releases: z.array(
      z.object({
        number: count,
        kind: z.enum(releaseKinds),
        madeOn: day,
        checksum: z.string(),
        reason: z.string().nullable(),
      }),
    ),
    refused: z.boolean(),
  }),
  history: auditExtractView,
  chain: z.object({
    /** The last act that holds, and when that was looked at. */
    upTo: count,
    checkedAt: z.string(),
    /** The act at which it breaks; null where it holds. */
    brokenAt: count.nullable(),
  }),
  log: z.object({
    lines: z.array(loggedLine),
    /** The log as everybody is shown it; null before it is signed. */
    checkpoint: z.object({ size: count, root: z.string() }).nullable(),
    witnesses: z.array(z.object({ name: z.string(), signedOn: day.nullable() })),
  }),
});
export type InspectionView = z.infer<typeof inspectionView>;

/** What the package of a survey is called when it is taken along on that day: several lie beside each other. */
export const packageName = (slug: string, day: string): string => `goi-kiem-tra-${slug}-${day}.zip`;
