import { z } from 'zod';
import { surveyStates } from './surveys.ts';

const text = z.object({ vi: z.string(), en: z.string().optional() });
const count = z.number().int();

/** A survey as another one's page names it; `open`: whether whoever asks may open its page. */
const named = z.object({ id: z.string(), title: text, state: z.enum(surveyStates), open: z.boolean() });

/** Asking the people of a consultation again, as the page of either of the two surveys has it. */
export const followUpView = z.object({
  /** Whether whoever asks makes it now. */
  mayMake: z.boolean(),
  /** Whether there is something published to ask about. */
  ready: z.boolean(),
  /** Of a consultation: the one that was made. */
  made: named.nullable(),
  /** Of a follow-up: the consultation it asks about. */
  follows: named.nullable(),
});
export type FollowUpView = z.infer<typeof followUpView>;

const figure = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('index'),
    /** 0–100: answered fully, and half of answered partly, among who says she gave an opinion. */
    index: z.number(),
    /** The 95 % interval; null under ten. */
    low: z.number().nullable(),
    high: z.number().nullable(),
    /** Who gave an opinion, and what they say. */
    valid: count,
    no: count,
    partly: count,
    fully: count,
    /** Who gave none, or did not answer the question. */
    outside: count,
  }),
  z.object({ kind: z.literal('protected') }),
  /** Nobody says that she gave an opinion. */
  z.object({ kind: z.literal('nobody') }),
  /** The question was rewritten before the survey opened: it would be another index. */
  z.object({ kind: z.literal('changed') }),
]);

/** The listening index of a consultation, from the newest release of its follow-up alone. */
export const listeningView = z.object({
  /** Which of the two was asked about. */
  of: z.enum(['consultation', 'survey']),
  consultation: z.object({ title: text, url: z.string().nullable() }),
  survey: z.object({ title: text, unit: z.string(), closedOn: z.string(), url: z.string().nullable() }),
  /** The release it is made of. */
  release: z.object({ number: count, checksum: z.string() }),
  figure,
});
export type ListeningView = z.infer<typeof listeningView>;
