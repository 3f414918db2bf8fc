import { createHash } from 'node:crypto';
import { noClusters } from '@danban/comments';
import { issueOfClause, standingOf, type Contributions, type Covered, type ReplyStanding } from '@danban/replies';
import type { House } from '../house.ts';
import { findClustering, findProgress, findPublication, findPublishableIds } from '../comments/queries.ts';
import { pointsOf, type NamedPoint } from '../opinions/standing.ts';
import { findVerdicts, type Said } from '../opinions/verdicts.queries.ts';
import { definitionInForce } from '../surveys/frozen.ts';
import type { SurveyRow } from '../surveys/queries.ts';
import { clausesBeside, versionsOf, type Versions } from './clauses.ts';
import { findOut, findSteps, type OutRow, type StepRow, type Trx } from './queries.ts';

/** A cluster, or a point of an organisation, with what was done about it. */
export interface Answering {
  id: string;
  title: string;
  /** What an organisation said by name; null: a cluster of opinions of people. */
  point: NamedPoint | null;
  /** Those to be answered, by their ids; a point has none. */
  comments: string[];
  members: Buffer;
  steps: StepRow[];
  out: OutRow[];
  standing: ReplyStanding;
  /** Accepted, and the version that shows it is there but not named. */
  clauseOwed: boolean;
  /** What the organisation said to each answer that went out, by its place in the chain. */
  verdicts: ReadonlyMap<number, Said>;
}

/** Everything the answers of a survey rest on, as it is now. */
export interface Answers {
  clusters: Answering[];
  points: Answering[];
  loose: number;
  undecided: number;
  opinionsOut: boolean;
  /** Too few opinions of people to show any in public are too few to answer there: organisations are answered all the same. */
  tooFew: boolean;
  versions: Versions;
  out: OutRow[];
}

type Db = House['db'] | Trx;

/** So long may the name of a point be in a list. */
const mostTitle = 90;
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

/** The first words of a point: what it is called in a list. */
function titleOf({ point }: NamedPoint): string {
  const words = point.opinion.replace(/\s+/g, ' ').trim();
  return words.length <= mostTitle ? words : `${words.slice(0, words.lastIndexOf(' ', mostTitle)).trimEnd()} …`;
}

/** What is asked of every cluster and point alike. */
type Item = Pick<Answering, 'id' | 'title' | 'point' | 'comments' | 'members'>;

/** Every item with its steps, and with what went out of it. */
async function withStanding(db: Db, survey: string, versions: Versions, out: readonly OutRow[]) {
  const steps = Map.groupBy(await findSteps(db, survey), ({ cluster_id: cluster }) => cluster);
  const outOf = Map.groupBy(out, ({ cluster }) => cluster);
  const verdicts = Map.groupBy(await findVerdicts(db, survey), ({ cluster }) => cluster);
  const beside = clausesBeside(versions);
  return (item: Item): Answering => {
    const [taken, went] = [steps.get(item.id) ?? [], outOf.get(item.id) ?? []];
    const standing = standingIn(taken, item.members, went);
    const { proposal } = standing;
    const clauseOwed = proposal !== null && issueOfClause(proposal, beside) === 'clause-missing';
    const said = new Map((verdicts.get(item.id) ?? []).map((one) => [one.seq, one]));
    return { ...item, steps: taken, out: went, standing, clauseOwed, verdicts: said };
  };
}

export async function answersOf(db: Db, survey: SurveyRow): Promise<Answers> {
  const { id } = survey;
  const clustering = await findClustering(db, id);
  const toAnswer = new Set(await findPublishableIds(db, id));
  const versions = await versionsOf(db, survey);
  const out = await findOut(db, id);
  const standing = await withStanding(db, id, versions, out);
  const clusters = (clustering?.clustering ?? noClusters).clusters.map(({ id: cluster, title, comments }) => {
    const own = comments.filter((comment) => toAnswer.has(comment));
    return standing({ id: cluster, title, point: null, comments: own, members: digestOf(own) });
  });
  const points = (await pointsOf(db, id)).map((point) =>
    standing({ id: point.item, title: titleOf(point), point, comments: [], members: point.content }),
  );
  const { all, agreed } = await findProgress(db, id, nobody);
  const opinionsOut = (await findPublication(db, id)) !== undefined;
  const least = definitionInForce(survey).thresholds.comments;
  const couldStand = survey.answered >= least && toAnswer.size + all - agreed >= least;
  return {
    clusters: clusters.filter(({ comments, out: went }) => comments.length > 0 || went.length > 0),
    points,
    loose: toAnswer.size - clusters.reduce((sum, { comments }) => sum + comments.length, 0),
    undecided: all - agreed,
    ...{ opinionsOut, tooFew: !opinionsOut && !couldStand, versions, out },
  };
}

/** Clusters and points, in the order a list shows them. */
export const itemsIn = ({ clusters, points }: Pick<Answers, 'clusters' | 'points'>): Answering[] => [
  ...clusters,
  ...points,
];

/** What can have one answer with it: a cluster with clusters, a point with points. */
export const othersThan = (answers: Answers, { id, point }: Answering): Answering[] =>
  (point ? answers.points : answers.clusters).filter((one) => one.id !== id);

/** What an answer is waited for, and what may go out. */
export const answerable = (answers: Answers): Answering[] => {
  const held = answers.clusters.filter(({ comments }) => comments.length > 0);
  return [...(answers.tooFew ? [] : held), ...answers.points];
};

/** The organisation is not content with the answer that stands: what it said to it. */
export function disputeOf({ out, verdicts }: Answering): Said | null {
  const said = verdicts.get(out.at(-1)?.seq ?? 0);
  return said && said.verdict.verdict !== 'satisfied' ? said : null;
}

const coveredIn = ({ point, comments, standing, out, clauseOwed }: Answering): Covered => {
  const { state } = standing;
  const opinions = point ? 1 : comments.length;
  return { opinions, state, out: out.length > 0, clauseOwed: clauseOwed && state === 'approved' };
};

/** The same as the counter sees it. */
export function contributionsIn({ undecided, loose, clusters, points, opinionsOut }: Answers): Contributions {
  return { undecided, loose, clusters: clusters.map(coveredIn), points: points.map(coveredIn), opinionsOut };
}

/** And as the coverage lock does. */
export function lockedIn(answers: Answers): Contributions {
  const all = contributionsIn(answers);
  return answers.tooFew ? { ...all, undecided: 0, loose: 0, clusters: [], opinionsOut: true } : all;
}
