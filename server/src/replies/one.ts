import type { Person } from '@danban/access';
import type { ReplyView } from '@danban/contract';
import { findPublishable } from '../comments/queries.ts';
import type { House } from '../house.ts';
import { pageOf, rowsOf } from '../http/list.ts';
import { ProblemError } from '../http/problem.ts';
import type { SurveyRow } from '../surveys/queries.ts';
import { targetsIn, wordsAsked, wordsOfPoint } from './clauses.ts';
import { furtherDue } from './clock.ts';
import { answersOf, disputeOf, itemsIn, othersThan, type Answering } from './clusters.ts';
import { actsFor } from './desk.ts';
import { disputeView, givenView, pointView } from './given.ts';
import { partiesOf } from './people.ts';
import type { StepRow } from './queries.ts';
import { mayReadWords, opinionViews } from './words.ts';

const historyOf = (steps: readonly StepRow[]): ReplyView['history'] =>
  steps.map(({ act, name: who, role, on_day: on }) => {
    return { kind: act.kind, who, role, on, reason: 'reason' in act ? act.reason : null };
  });

async function textsOf(house: House, survey: SurveyRow, { comments }: Answering, page: number) {
  const wish = { words: '', only: comments, except: null };
  const every = { ...wish, limit: Number.MAX_SAFE_INTEGER, offset: 0 };
  const questions = new Set((await findPublishable(house.db, survey.id, every)).map((row) => row.question_id));
  const rows = await findPublishable(house.db, survey.id, { ...wish, ...rowsOf(page) });
  return { questions, texts: pageOf(rows, page, opinionViews(survey)) };
}

/** One cluster with its opinions, or one point, the clauses they are about and what was done so far. */
export async function clusterOf(
  house: House,
  person: Person,
  survey: SurveyRow,
  asked: { cluster: string; page: number },
): Promise<ReplyView> {
  const answers = await answersOf(house.db, survey);
  const answering = itemsIn(answers).find(({ id }) => id === asked.cluster);
  if (!answering) throw new ProblemError('not-found');
  const parties = await partiesOf(house, survey);
  const reads = await mayReadWords(house, person, survey, answers);
  const { questions, texts } = await textsOf(house, survey, answering, asked.page);
  const { id, title, point, comments, steps, out, standing, clauseOwed, verdicts } = answering;
  const { state, assignee, proposal, returned, correction, changed } = standing;
  const named = parties.people.find((one) => one.id === assignee);
  return {
    ...{ id, title, opinions: comments.length, state, step: steps.length, clauseOwed },
    point: point && pointView(point),
    dispute: disputeView(disputeOf(answering), await furtherDue(house.db, survey)),
    assignee: assignee === null ? null : { id: assignee, name: named?.name ?? '' },
    ...{ proposal, returned, correction, changed },
    ...actsFor(person, parties, answering),
    texts: reads ? texts : null,
    clauses: point ? wordsOfPoint(point, answers.versions) : await wordsAsked(house, survey, questions),
    targets: targetsIn(answers.versions),
    others: othersThan(answers, answering).map((one) => ({ id: one.id, title: one.title })),
    history: historyOf(steps),
    out: out.map((row) => givenView(row, verdicts)),
  };
}
