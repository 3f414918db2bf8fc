import { createHash } from 'node:crypto';
import { noClusters } from '@danban/comments';
import { issueOfClause, standingOf, type Covered, type ReplyStanding } from '@danban/replies';
import type { House } from '../house.ts';
import { findClustering, findProgress, findPublication, findPublishableIds } from '../comments/queries.ts';
import type { SurveyRow } from '../surveys/queries.ts';
import { clausesBeside, versionsOf, type Versions } from './clauses.ts';
import { findOut, findSteps, type OutRow, type StepRow, type Trx } from './queries.ts';

/** A cluster with what was done about it. */
export interface Answering {
  id: string;
  title: string;
  /** Those to be answered, by their ids. */
  comments: string[];
  members: Buffer;
  steps: StepRow[];
  out: OutRow[];
  standing: ReplyStanding;
  /** Accepted, and the version that shows it is there but not named. */
  clauseOwed: boolean;
}

/** Everything the answers of a survey rest on, as it is now. */
export interface Answers {
  revision: number;
  clusters: Answering[];
  loose: number;
  undecided: number;
  opinionsOut: boolean;
  versions: Versions;
  out: OutRow[];
}

const nobody = '00000000-0000-0000-0000-000000000000';

const digestOf = (comments: readonly string[]): Buffer =>
  createHash('sha256').update(comments.toSorted().join('\n')).digest();

function standingIn(steps: readonly StepRow[], members: Buffer, out: readonly OutRow[]): ReplyStanding {
  const taken = steps.map(({ account_id: by, members: then, act }) => ({ by, members: then.toString('hex'), act }));
  return standingOf(
    taken,
    members.toString('hex'),
    out.map(({ step }) => step),
  );
}

export async function answersOf(db: House['db'] | Trx, survey: SurveyRow): Promise<Answers> {
  const { id } = survey;
  const clustering = await findClustering(db, id);
  const toAnswer = new Set(await findPublishableIds(db, id));
  const steps = Map.groupBy(await findSteps(db, id), ({ cluster_id: cluster }) => cluster);
  const out = await findOut(db, id);
  const outOf = Map.groupBy(out, ({ cluster }) => cluster);
  const versions = await versionsOf(db, survey);
  const beside = clausesBeside(versions);
  const clusters = (clustering?.clustering ?? noClusters).clusters.map(({ id: cluster, title, comments }) => {
    const own = comments.filter((comment) => toAnswer.has(comment));
    const [taken, went, members] = [steps.get(cluster) ?? [], outOf.get(cluster) ?? [], digestOf(own)];
    const standing = standingIn(taken, members, went);
    const { proposal } = standing;
    const clauseOwed = proposal !== null && issueOfClause(proposal, beside) === 'clause-missing';
    return { id: cluster, title, comments: own, members, steps: taken, out: went, standing, clauseOwed };
  });
  const { all, agreed } = await findProgress(db, id, nobody);
  return {
    revision: clustering?.revision ?? 0,
    clusters: clusters.filter(({ comments, out: went }) => comments.length > 0 || went.length > 0),
    loose: toAnswer.size - clusters.reduce((sum, { comments }) => sum + comments.length, 0),
    undecided: all - agreed,
    opinionsOut: (await findPublication(db, id)) !== undefined,
    versions,
    out,
  };
}

const coveredIn = ({ comments, standing, out, clauseOwed }: Answering): Covered => {
  const { state } = standing;
  return { opinions: comments.length, state, out: out.length > 0, clauseOwed: clauseOwed && state === 'approved' };
};

/** The same as the coverage lock and the counter see it. */
export function contributionsIn({ undecided, loose, clusters, opinionsOut }: Answers) {
  return { undecided, loose, clusters: clusters.map(coveredIn), opinionsOut };
}
