import { personalIn, type KnownNames } from '@danban/text';
import { z } from 'zod';
import { issueOfWords } from './words.ts';

/** What an answer promises: what will be done, which role or body answers for it, and until the end of which day. */
export const commitmentSchema = z.strictObject({
  text: z.string().trim().max(1000),
  owner: z.string().trim().max(200),
  due: z.iso.date(),
});
export type Commitment = z.infer<typeof commitmentSchema>;

/** What a commitment is judged beside. */
export interface CommitmentBeside {
  /** That of the answer that went out; null where none did. */
  readonly standing: Commitment | null;
  /** Today; null where the date is not what is judged. */
  readonly today: string | null;
  /** Names of units that are no people. */
  readonly known: KnownNames;
}

export interface CommitmentIssue {
  readonly path: 'commitment.text' | 'commitment.owner' | 'commitment.due';
  readonly code: 'commitment-vague' | 'commitment-dropped' | 'owner-missing' | 'names-person' | 'due-past';
}

/** Roles and bodies answer for what is promised, and what was done is told without people. */
const namesPerson = (text: string, known: KnownNames): boolean =>
  personalIn(text, known).some(({ kind, level }) => kind === 'person' && level === 'redact');

/** Everything that keeps a commitment from being one. One that went out is kept or put anew, and does not vanish. */
export function issuesOfCommitment(
  commitment: Commitment | null,
  { standing, today, known }: CommitmentBeside,
): CommitmentIssue[] {
  if (commitment === null) return standing ? [{ path: 'commitment.text', code: 'commitment-dropped' }] : [];
  const { text, owner, due } = commitment;
  const issues: (CommitmentIssue | false)[] = [
    issueOfWords(text) !== null && { path: 'commitment.text', code: 'commitment-vague' },
    namesPerson(text, known) && { path: 'commitment.text', code: 'names-person' },
    owner === '' && { path: 'commitment.owner', code: 'owner-missing' },
    namesPerson(owner, known) && { path: 'commitment.owner', code: 'names-person' },
    today !== null && due < today && due !== standing?.due && { path: 'commitment.due', code: 'due-past' },
  ];
  return issues.filter((issue) => issue !== false);
}

const link = z.url({ protocol: /^https?$/ }).max(500);

/** What is said of a commitment after it went out: that it is kept, with evidence, or that it is open after all. */
export const commitmentMark = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('kept'), words: z.string().trim().max(2000), link: link.nullable() }),
  z.strictObject({ kind: z.literal('reopened'), words: z.string().trim().max(2000) }),
]);
export type CommitmentMark = z.infer<typeof commitmentMark>;

export interface MarkIssue {
  readonly path: 'words';
  readonly code: 'evidence-vague' | 'check-vague' | 'names-person';
}

/** Evidence says what was done, as an explanation says why. */
export function issuesOfMark({ words }: CommitmentMark, known: KnownNames): MarkIssue[] {
  const issues: (MarkIssue | false)[] = [
    issueOfWords(words) !== null && { path: 'words', code: 'evidence-vague' },
    namesPerson(words, known) && { path: 'words', code: 'names-person' },
  ];
  return issues.filter((issue) => issue !== false);
}

/** What the people's inspection board may say of a mark that a commitment is kept. */
export const checkVerdicts = ['confirmed', 'objected'] as const;
export type CheckVerdict = (typeof checkVerdicts)[number];

/** Looked into: as reported, or not; not without why. */
export const commitmentCheck = z.strictObject({
  verdict: z.enum(checkVerdicts),
  words: z.string().trim().max(2000),
});
export type CommitmentCheck = z.infer<typeof commitmentCheck>;

/** An objection says why, and so does whoever puts another line beside an earlier one. */
export function issuesOfCheck({ verdict, words }: CommitmentCheck, known: KnownNames, corrects: boolean): MarkIssue[] {
  const needsWords = verdict === 'objected' || corrects;
  const issues: (MarkIssue | false)[] = [
    needsWords && issueOfWords(words) !== null && { path: 'words', code: 'check-vague' },
    namesPerson(words, known) && { path: 'words', code: 'names-person' },
  ];
  return issues.filter((issue) => issue !== false);
}

/** The commitment of one answer that went out, by its place in the chain. */
export interface Promised {
  readonly seq: number;
  readonly commitment: Commitment | null;
}

export interface MarkedAt {
  readonly seq: number;
  readonly kind: CommitmentMark['kind'];
}

const isSame = (one: Commitment | null, other: Commitment): boolean =>
  one !== null && one.text === other.text && one.owner === other.owner && one.due === other.due;

/**
 * Of the marks on the answers to one theme those that speak of the commitment as it stands now: put anew by a correction it is
 * open again, and a correction of other words leaves it as it was.
 */
export function marksThatStand<Mark extends MarkedAt>(answers: readonly Promised[], marks: readonly Mark[]): Mark[] {
  const standing = answers.at(-1)?.commitment ?? null;
  if (standing === null) return [];
  const changed = answers.findLastIndex(({ commitment }) => !isSame(commitment, standing));
  const since = answers[changed + 1]!.seq;
  return marks.filter(({ seq }) => seq >= since);
}

export const isKept = (standing: readonly MarkedAt[]): boolean => standing.at(-1)?.kind === 'kept';
