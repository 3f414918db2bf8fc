import type { Person } from '@danban/access';
import { replyBody, type ReplyView } from '@danban/contract';
import { findPublishable } from '../comments/queries.ts';
import type { House } from '../house.ts';
import { pageOf, rowsOf } from '../http/list.ts';
import { ProblemError } from '../http/problem.ts';
import type { SurveyRow } from '../surveys/queries.ts';
import { targetsIn, wordsAsked } from './clauses.ts';
import { answersOf, type Answering } from './clusters.ts';
import { actsFor } from './desk.ts';
import { partiesOf } from './people.ts';
import type { OutRow, StepRow } from './queries.ts';
import { mayReadWords, opinionViews } from './words.ts';

export const outView = ({ seq, body }: OutRow) => ({ ...replyBody.parse(JSON.parse(body)), seq });

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

/** One cluster with its opinions, the clauses they are about and what was done so far. */
export async function clusterOf(
  house: House,
  person: Person,
  survey: SurveyRow,
  asked: { cluster: string; page: number },
): Promise<ReplyView> {
  const answers = await answersOf(house.db, survey);
  const answering = answers.clusters.find(({ id }) => id === asked.cluster);
  if (!answering) throw new ProblemError('not-found');
  const parties = await partiesOf(house, survey);
  const reads = await mayReadWords(house, person, survey, answers);
  const { questions, texts } = await textsOf(house, survey, answering, asked.page);
  const { id, title, comments, steps, out, standing, clauseOwed } = answering;
  const { state, assignee, proposal, returned, correction, changed } = standing;
  const named = parties.people.find((one) => one.id === assignee);
  return {
    ...{ id, title, opinions: comments.length, state, step: steps.length, clauseOwed },
    assignee: assignee === null ? null : { id: assignee, name: named?.name ?? '' },
    ...{ proposal, returned, correction, changed },
    ...actsFor(person, parties, answering),
    texts: reads ? texts : null,
    clauses: await wordsAsked(house, survey, questions),
    targets: targetsIn(answers.versions),
    others: answers.clusters.filter((one) => one.id !== id).map((one) => ({ id: one.id, title: one.title })),
    history: historyOf(steps),
    out: out.map(outView),
  };
}
