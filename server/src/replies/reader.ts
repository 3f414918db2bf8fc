import type { PublicRepliesView, PublishedComments } from '@danban/contract';
import { counterOf } from '@danban/replies';
import type { Definition } from '@danban/survey';
import { findPublication } from '../comments/queries.ts';
import type { House } from '../house.ts';
import { definitionInForce } from '../surveys/frozen.ts';
import type { SurveyRow } from '../surveys/queries.ts';
import { verified } from './chain.ts';
import { clockOf } from './clock.ts';
import { answerable, answersOf, contributionsIn, type Answering, type Answers } from './clusters.ts';
import { doneOn, hasSomething } from './desk.ts';
import { standingView } from './given.ts';

/** Whose turn it is, by the state an answer stands in: units and bodies, never people. */
function turnOf({ standing }: Answering, { body_name: body, unit_name: unit }: SurveyRow): string {
  return standing.state === 'assigned' || standing.state === 'checked' ? unit : body;
}

function overdueIn(answers: Answers, survey: SurveyRow): PublicRepliesView['overdue'] {
  const { loose, undecided, tooFew } = answers;
  const waiting = answerable(answers).filter(({ out }) => out.length === 0);
  const bodies = Map.groupBy(waiting, (one) => turnOf(one, survey));
  const listed = [...bodies].map(([body, own]) => ({ body, clusters: own.length }));
  const ungrouped = !tooFew && loose + undecided > 0 && !bodies.has(survey.body_name);
  return ungrouped ? [...listed, { body: survey.body_name, clusters: 0 }] : listed;
}

const isOutOfPeople = ({ points, out }: Answers): boolean =>
  out.length > points.reduce((sum, one) => sum + one.out.length, 0);

/** A number below the threshold is not told, nor is what would tell it by subtraction. */
function toldCounter(answers: Answers, published: PublishedComments, threshold: number): PublicRepliesView['counter'] {
  const { answered } = counterOf(contributionsIn(answers));
  const received = published.published;
  // With the sheets the opinions go: what was answered stays what it was.
  const isGone = answers.clusters.length === 0 && isOutOfPeople(answers);
  const done = isGone ? received : answered;
  if (received === null || done === null) return { received, answered: null, pending: null };
  const pending = Math.max(0, received - done);
  const isTold = [done, pending].every((count) => count === 0 || count >= threshold);
  return isTold ? { received, answered: done, pending } : { received, answered: null, pending: null };
}

/** The answer that stands for each cluster in the order they went out, and for each point in that of the points. */
function answersOut({ points, out }: Answers) {
  const named = points.flatMap(({ out: rows, verdicts }) => standingView(rows, verdicts) ?? []);
  const ofPoints = new Set(points.map(({ id }) => id));
  const ofClusters = Map.groupBy(
    out.filter(({ cluster }) => !ofPoints.has(cluster)),
    ({ cluster }) => cluster,
  );
  const answers = [...ofClusters.values()].flatMap((rows) => standingView(rows, new Map()) ?? []);
  return { answers, named: { received: points.length, answers: named } };
}

/** What everybody reads of the answers; null where none are promised and none went out. */
export async function publicRepliesOf(
  house: House,
  survey: SurveyRow,
  known?: Answers,
): Promise<PublicRepliesView | null> {
  const answers = known ?? (await answersOf(house.db, survey));
  const done = doneOn(answers, survey);
  const clock = await clockOf(house, survey, done);
  const { title } = survey.definition as Definition;
  if (!hasSomething(answers) || (clock === null && answers.out.length === 0)) return null;
  const body = await findPublication(house.db, survey.id);
  const published = body === undefined ? null : (JSON.parse(body) as PublishedComments);
  const { head, broken } = await verified(house.db, survey.id, answers.out);
  const isOpen = clock?.lateBy !== null && clock !== null && done === null;
  return {
    ...{ title, unit: survey.unit_name },
    counter: published && toldCounter(answers, published, definitionInForce(survey).thresholds.comments),
    clock: clock && { due: clock.due, extensions: clock.extensions, lateBy: clock.lateBy, doneOn: done },
    overdue: isOpen ? overdueIn(answers, survey) : [],
    ...answersOut(answers),
    // A title is a moderator's words until the opinions went out.
    waiting: published
      ? answers.clusters.filter(({ comments, out }) => comments.length > 0 && out.length === 0).map((one) => one.title)
      : [],
    head,
    whole: broken === null,
  };
}
