import { z } from 'zod';
import { lineOf, opinionLimits, organisationKinds, verdicts, wordsOf } from './words.ts';

/** Where a matter is taken: an office or body, by name. */
const mostPlace = 200;
/** Fewer letters are no reason. */
export const leastReason = 10;

/** What an organisation says to one answer, as it was filled in. */
export const verdictGiven = z.strictObject({
  verdict: z.enum(verdicts),
  /** To whom it takes the matter; for `escalate` alone. */
  to: lineOf(mostPlace),
  reason: wordsOf(opinionLimits.words),
});
export type VerdictGiven = z.infer<typeof verdictGiven>;

export interface VerdictIssue {
  readonly path: 'to' | 'reason';
  readonly code: 'verdict-to-missing' | 'verdict-reason-short';
}

/** Everything that keeps it from being said: who is not satisfied says why, and who escalates to whom as well. */
export function issuesOfVerdict({ verdict, to, reason }: VerdictGiven): VerdictIssue[] {
  const letters = reason.match(/\p{L}/gu)?.length ?? 0;
  return [
    ...(verdict === 'escalate' && to === '' ? [{ path: 'to' as const, code: 'verdict-to-missing' as const }] : []),
    ...(verdict !== 'satisfied' && letters < leastReason
      ? [{ path: 'reason' as const, code: 'verdict-reason-short' as const }]
      : []),
  ];
}

/** The same as it is stored and hashed. */
export const pointVerdict = z.object({
  schema: z.literal(1),
  organisation: z.object({ name: z.string(), kind: z.enum(organisationKinds) }),
  /** The answer it is about: its place in the chain and the hash it bears there. */
  answer: z.object({ seq: z.int(), hash: z.string() }),
  verdict: z.enum(verdicts),
  to: z.string().nullable(),
  reason: z.string(),
  on: z.string(),
});
export type PointVerdict = z.infer<typeof pointVerdict>;

/** What was given, about this answer, as it is stored. */
export function verdictOf(
  { verdict, to, reason }: VerdictGiven,
  about: Pick<PointVerdict, 'organisation' | 'answer' | 'on'>,
): PointVerdict {
  return pointVerdict.parse({
    ...{ schema: 1, ...about, verdict, to: verdict === 'escalate' ? to : null, reason: reason.trim() },
  });
}
