import { clusteringSchema, decisions, reasons, reviewSchema } from '@danban/comments';
import { personalKinds } from '@danban/text';
import { z } from 'zod';
import { pageView } from './page.ts';

const text = z.object({ vi: z.string(), en: z.string().optional() });
const count = z.number().int();
const mask = z.object({ start: count, end: count, kind: z.enum(personalKinds) });
const review = z.object({ decision: z.enum(decisions), masks: z.array(mask) });

export const reviewInput = reviewSchema;

export const standings = ['unread', 'half', 'disputed', 'agreed'] as const;
/** Which opinions a list shows: those two people read differently, those decided, those to be handed on. */
export const commentLists = ['disputed', 'agreed', 'urgent', 'mine'] as const;
export type CommentList = (typeof commentLists)[number];

/** How far the reading of a survey's opinions has come. */
export const moderationView = z.object({
  survey: z.object({ id: z.string(), title: text, body: z.string(), unit: z.string() }),
  all: count,
  agreed: count,
  disputed: count,
  /** Read by whoever asks. */
  mine: count,
  /** Decided, or held by somebody, as a child in danger or a denunciation, and not handed on yet. */
  urgent: count,
  threshold: count,
  published: z.boolean(),
  mayPublish: z.boolean(),
  /** Fewer than twenty may answer: only titles of clusters go out. */
  small: z.boolean(),
});
export type ModerationView = z.infer<typeof moderationView>;

/** One opinion as somebody who reads it sees it: what others hold of it she sees once she has said what she holds. */
export const commentView = z.object({
  id: z.string(),
  question: text,
  text: z.string(),
  /** What is marked before anybody has read, and what is for her to judge. */
  suggested: z.array(mask),
  warned: z.array(mask),
  standing: z.enum(standings),
  own: review.nullable(),
  others: z.array(review.extend({ who: z.string() })),
  handedOn: z.boolean(),
});
export type CommentView = z.infer<typeof commentView>;

/** The next opinion to read; `null`: there is none left for this person. */
export const nextCommentView = z.object({ comment: commentView.nullable(), left: count });
export const commentsPage = pageView(commentView);

/** An opinion as it may go on: decided to be published, its words masked. */
const maskedComment = z.object({ id: z.string(), question: text, text: z.string() });
export const clustersView = z.object({
  revision: count,
  clusters: z.array(clusteringSchema.shape.clusters.element),
  /** Those the page shows: loose ones, or what is in the cluster that was asked for. */
  comments: pageView(maskedComment),
  /** How many are in no cluster. */
  loose: count,
  mayUndo: z.boolean(),
});
export type ClustersView = z.infer<typeof clustersView>;

const told = count.nullable();
/** What is published of a survey's opinions: masked, in an order by chance. `null` for a number: some, below the threshold. */
export const publishedComments = z.object({
  schema: z.literal(1),
  title: text,
  only: z.enum(['texts', 'clusters']),
  groups: z.array(z.object({ question: z.object({ number: count, text }).nullable(), texts: z.array(z.string()) })),
  clusters: z.array(z.object({ title: z.string(), opinions: told })),
  published: told,
  hidden: z.object({
    all: told,
    parts: z.array(z.object({ why: z.enum([...reasons, 'routed']), opinions: told })),
  }),
});
export type PublishedComments = z.infer<typeof publishedComments>;

/** What would go out now, and what stands in the way. */
export const publicationPreview = z.object({
  published: z.boolean(),
  /** Opinions not decided yet. */
  undecided: count,
  threshold: count,
  /** `null`: too few are left to stand together. */
  preview: publishedComments.nullable(),
});
export type PublicationPreview = z.infer<typeof publicationPreview>;
