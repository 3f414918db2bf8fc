import { z } from 'zod';
import { clauseKey, criteria, lineOf, opinionForms, opinionLimits, overallStances, wordsOf } from './words.ts';

const { words: most, points: mostPoints } = opinionLimits;
const day = z.iso.date().or(z.literal(''));
/** As it was typed: what is no number is said when it is sent, not lost when it is saved. */
const number = lineOf(6);

/** One point on one clause of the draft, or on the whole of it. */
const draftPoint = z.strictObject({
  id: z.uuid(),
  clause: clauseKey.nullable(),
  opinion: wordsOf(most),
  reason: wordsOf(most),
  wording: wordsOf(most),
});
export type DraftPoint = z.infer<typeof draftPoint>;

/** An official opinion while it is being written: every field may still be empty. */
export const opinionDraft = z.strictObject({
  letterNumber: lineOf(opinionLimits.number),
  letterDate: day,
  signer: lineOf(opinionLimits.name),
  office: lineOf(opinionLimits.office),
  mandate: lineOf(opinionLimits.mandate),
  form: z.enum(['', ...opinionForms]),
  metOn: day,
  votes: z.strictObject({ present: number, for: number, against: number, abstain: number }),
  dissent: wordsOf(most),
  stance: z.enum(['', ...overallStances]),
  criteria: z.strictObject(Object.fromEntries(criteria.map((one) => [one, wordsOf(most)]))) as unknown as z.ZodType<
    Record<(typeof criteria)[number], string>
  >,
  points: z
    .array(draftPoint)
    .max(mostPoints)
    .refine((points) => new Set(points.map(({ id }) => id)).size === points.length, {
      params: { code: 'point-twice' },
    }),
  proposals: wordsOf(most),
});
export type OpinionDraft = z.infer<typeof opinionDraft>;

/** Where writing begins. */
export const emptyOpinion: OpinionDraft = {
  ...{ letterNumber: '', letterDate: '', signer: '', office: '', mandate: '', form: '', metOn: '' },
  votes: { present: '', for: '', against: '', abstain: '' },
  ...{ dissent: '', stance: '', points: [], proposals: '' },
  criteria: { necessity: '', conformity: '', correctness: '', feasibility: '', impact: '', harmony: '' },
};

/** Every text of a draft, line by line: what a stamp of secrecy is looked for in. */
export function linesIn(draft: OpinionDraft): { text: string }[] {
  const { letterNumber, signer, office, mandate, dissent, proposals } = draft;
  const points = draft.points.flatMap(({ opinion, reason, wording }) => [opinion, reason, wording]);
  const texts = [
    letterNumber,
    signer,
    office,
    mandate,
    dissent,
    proposals,
    ...Object.values(draft.criteria),
    ...points,
  ];
  return texts.flatMap((text) => text.split('\n')).map((text) => ({ text }));
}
