import type { PublicOpinionsView, StandingAnswer } from '@danban/contract';
import type { House } from '../house.ts';
import { ProblemError } from '../http/problem.ts';
import { findByResultsSlug, type SurveyRow } from '../surveys/queries.ts';
import { standingAnswers } from '../replies/given.ts';
import { mayInviteIn, versionAsked } from './consultation.ts';
import { namedOpinionsOf, pointsIn, type NamedOpinion } from './standing.ts';

type Clauses = PublicOpinionsView['clauses'];

/** What was said, by clause: of the whole draft first, then in the order of its clauses. */
function byClause(
  opinions: readonly NamedOpinion[],
  order: ReadonlyMap<string, number>,
  answers: ReadonlyMap<string, StandingAnswer>,
): Clauses {
  const points = pointsIn(opinions).map(({ item, organisation, part, point: { clause, ...said } }) => {
    const answer = answers.get(item) ?? null;
    return { clause, point: { ...said, id: item, organisation: organisation.id, part, answer } };
  });
  const found = Map.groupBy(points, ({ clause }) => clause?.key ?? '');
  const place = (key: string): number => (key === '' ? -1 : (order.get(key) ?? Number.MAX_SAFE_INTEGER));
  return [...found]
    .toSorted(([a], [b]) => place(a) - place(b))
    .map(([, own]) => ({ clause: own[0]!.clause, points: own.map(({ point }) => point) }));
}

/** Told once it is closed: until then an organisation may correct itself, and nobody who answers is led by it. */
const isTold = (house: House, survey: SurveyRow): boolean =>
  survey.state !== 'cancelled' && !mayInviteIn(house, survey);

export async function publicOpinionsOf(house: House, slug: string): Promise<PublicOpinionsView> {
  const survey = await findByResultsSlug(house.db, slug);
  const version = survey && (await versionAsked(house, survey));
  if (!survey || !version) throw new ProblemError('not-found');
  const opinions = isTold(house, survey) ? await namedOpinionsOf(house.db, survey.id) : [];
  // Answers stand in public where the results do.
  const answers = survey.published ? await standingAnswers(house.db, survey.id) : new Map<string, StandingAnswer>();
  const order = new Map(version.clauses.map(({ key, index }) => [key, index]));
  return {
    organisations: opinions.map(({ organisation: id, opinion }) => {
      return { id, name: opinion.organisation.name, letter: opinion.letter };
    }),
    clauses: byClause(opinions, order, answers),
  };
}
