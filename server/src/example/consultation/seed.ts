import { readFileSync } from 'node:fs';
import { criteria, organisationKinds, verdictGiven } from '@danban/critique';
import { resolutions } from '@danban/replies';
import { z } from 'zod';

const choice = z.enum(['agree', 'amend', 'disagree', 'abstain']);
export type Choice = z.infer<typeof choice>;

const answer = z.strictObject({
  resolution: z.enum(resolutions),
  explanation: z.string(),
  /** Where the answer shows: in the second version, or in the first where it was dropped. */
  clause: z.strictObject({ version: z.int(), path: z.string() }).nullable(),
  /** What it promises, due so many days from now, and with what evidence it is already kept. */
  commitment: z
    .strictObject({
      ...{ text: z.string(), owner: z.string(), inDays: z.int() },
      kept: z.strictObject({ words: z.string(), link: z.string().nullable() }).optional(),
    })
    .optional(),
});
export type AnswerSeed = z.infer<typeof answer>;

const cluster = answer.extend({
  id: z.string(),
  title: z.string(),
  /** What was proposed first, and why it came back. */
  returned: z.strictObject({ explanation: z.string(), reason: z.string() }).optional(),
});
export type ClusterSeed = z.infer<typeof cluster>;

const comment = z.strictObject({
  clause: z.string().nullable(),
  stance: choice,
  group: z.string(),
  text: z.string(),
  cluster: z.string(),
  /** Words that would tell who somebody is. */
  hide: z.array(z.string()),
});
export type CommentSeed = z.infer<typeof comment>;

const seed = z.strictObject({
  note: z.string(),
  codes: z.int(),
  answered: z.int(),
  /** So many of them on paper. */
  onPaper: z.int(),
  /** How often each was chosen, by article. */
  stances: z.record(z.string(), z.record(choice, z.int())),
  /** The same by question and option. */
  choices: z.record(z.string(), z.record(z.string(), z.int())),
  clusters: z.array(cluster),
  comments: z.array(comment),
});
export type Seed = z.infer<typeof seed>;

const said = z.strictObject({
  opinion: z.string(),
  /** The answer, then what was answered further and why; with what the organisation said to each. */
  answers: z.array(answer.extend({ because: z.string().optional(), verdict: verdictGiven.optional() })).min(1),
});

const opinion = z.strictObject({
  note: z.string(),
  organisation: z.strictObject({ name: z.string(), kind: z.enum(organisationKinds), contact: z.string() }),
  letter: z.strictObject({ number: z.string(), signer: z.string(), office: z.string(), mandate: z.string() }),
  votes: z.strictObject({ present: z.string(), for: z.string(), against: z.string(), abstain: z.string() }),
  criteria: z.partialRecord(z.enum(criteria), said),
  /** `clause`: one of the first version, by its path; null: the whole draft. */
  points: z.array(said.extend({ clause: z.string().nullable(), reason: z.string(), wording: z.string() })),
  proposals: said,
});
export type OpinionSeed = z.infer<typeof opinion>;

/** Everything the organisation says that is answered by itself. */
export const saidBy = ({ criteria: remarks, points, proposals }: OpinionSeed): z.infer<typeof said>[] => [
  ...Object.values(remarks),
  ...points,
  proposals,
];

const read = (name: string): string =>
  readFileSync(new URL(`../seeds/${name}`, import.meta.resolve('@danban/db')), 'utf8');

/** What the staff of the example's school said about the draft, and what came of it. */
export const readSeed = (): Seed => seed.parse(JSON.parse(read('demo-comments.vi.json')));

/** What the Fatherland Front said by name about the same draft. */
export const readOpinion = (): OpinionSeed => opinion.parse(JSON.parse(read('demo-opinion.vi.json')));

/** Both versions of the draft, as the school wrote them. */
export const versions = [
  { file: () => read('sample-draft-v1.md'), label: 'Dự thảo lần 1', datedOn: '2023-10-16' },
  { file: () => read('sample-draft-v2.md'), label: 'Dự thảo lần 2', datedOn: '2023-11-20' },
] as const;
export type Version = (typeof versions)[number];
