import { z } from 'zod';
import { commitmentSchema, issuesOfCommitment, type CommitmentBeside, type CommitmentIssue } from './commitment.ts';
import { issueOfWords, type WordsIssue } from './words.ts';

/** What becomes of a cluster of opinions. */
export const resolutions = [
  'accepted',
  'partially_accepted',
  'explained',
  'noted',
  'out_of_scope',
  'agreed',
  'merged',
] as const;
export type Resolution = (typeof resolutions)[number];

const clauseKey = z.string().regex(/^[a-z][0-9a-z]{1,19}$/);

/** A proposed answer: what becomes of the opinions, why, and where the next version shows it. */
export const proposalSchema = z.strictObject({
  resolution: z.enum(resolutions),
  explanation: z.string().trim().max(4000),
  /** The clause of the next version, by its key; one that is no longer there was dropped. */
  clause: clauseKey.nullable(),
  /** The cluster whose answer this one shares. */
  mergedInto: z.uuid().nullable(),
  /** What the answer promises; null: nothing. */
  commitment: commitmentSchema.nullable().default(null),
});
export type Proposal = z.infer<typeof proposalSchema>;

const explaining: ReadonlySet<Resolution> = new Set(['accepted', 'partially_accepted', 'explained', 'out_of_scope']);
const changing: ReadonlySet<Resolution> = new Set(['accepted', 'partially_accepted']);

export const needsExplanation = (resolution: Resolution): boolean => explaining.has(resolution);
/** Whether the next version is to show it. */
export const changesText = (resolution: Resolution): boolean => changing.has(resolution);

/** What a proposal is judged beside. */
export interface Beside extends CommitmentBeside {
  readonly cluster: string;
  /** Of every other cluster that has one, its proposal. */
  readonly others: ReadonlyMap<string, Pick<Proposal, 'resolution' | 'mergedInto'> | null>;
  /** Keys of the version people answered to and of the one after it; null where there is none (yet). */
  readonly asked: ReadonlySet<string> | null;
  readonly next: ReadonlySet<string> | null;
}

interface AnswerIssue {
  readonly path: 'explanation' | 'clause' | 'mergedInto';
  readonly code: WordsIssue | 'clause-missing' | 'clause-unknown' | 'merge-missing' | 'merge-chain';
}

export type ProposalIssue = AnswerIssue | CommitmentIssue;

type ClauseIssue = 'clause-missing' | 'clause-unknown';

/** A clause is due once there is a next version; before, the explanation says in own words what will change. */
export function issueOfClause(
  { resolution, clause }: Pick<Proposal, 'resolution' | 'clause'>,
  { asked, next }: Pick<Beside, 'asked' | 'next'>,
): ClauseIssue | null {
  if (!changesText(resolution)) return clause === null ? null : 'clause-unknown';
  if (clause === null) return next === null ? null : 'clause-missing';
  const isKnown = next !== null && (next.has(clause) || asked?.has(clause) === true);
  return isKnown ? null : 'clause-unknown';
}

function issueOfMerge({ resolution, mergedInto }: Proposal, { cluster, others }: Beside) {
  if (resolution !== 'merged') return mergedInto === null ? null : ('merge-missing' as const);
  if (mergedInto === null || mergedInto === cluster || !others.has(mergedInto)) return 'merge-missing' as const;
  const isTarget = [...others.values()].some((other) => other?.resolution === 'merged' && other.mergedInto === cluster);
  return isTarget || others.get(mergedInto)?.resolution === 'merged' ? ('merge-chain' as const) : null;
}

/** Everything that keeps a proposal from being one; empty where it may go to be checked. */
export function issuesOfProposal(proposal: Proposal, beside: Beside): ProposalIssue[] {
  const words = needsExplanation(proposal.resolution) ? issueOfWords(proposal.explanation) : null;
  const clause = issueOfClause(proposal, beside);
  const merge = issueOfMerge(proposal, beside);
  return [
    ...(words ? [{ path: 'explanation' as const, code: words }] : []),
    ...(clause ? [{ path: 'clause' as const, code: clause }] : []),
    ...(merge ? [{ path: 'mergedInto' as const, code: merge }] : []),
    ...issuesOfCommitment(proposal.commitment, beside),
  ];
}
