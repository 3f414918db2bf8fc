import type { PublicOpinionsView } from '@danban/contract';
import { officialOpinion, type OfficialOpinion } from '@danban/critique';
import type { House } from '../house.ts';
import { ProblemError } from '../http/problem.ts';
import { findByResultsSlug, type SurveyRow } from '../surveys/queries.ts';
import { mayInviteIn, versionAsked } from './consultation.ts';
import { findStanding } from './queries.ts';

/** What stands of one organisation: the newest it sent. */
export interface NamedOpinion {
  organisation: string;
  number: number;
  on: string;
  opinion: OfficialOpinion;
}

/** All named opinions of a consultation, by letter date and name: for the table of answers and the letter of critique. */
export async function namedOpinionsOf(db: House['db'], survey: string): Promise<NamedOpinion[]> {
  const rows = await findStanding(db, survey);
  const read = rows.map(({ organisation, number, on, body }) => {
    return { organisation, number, on, opinion: officialOpinion.parse(JSON.parse(body)) };
  });
  const place = ({ opinion }: NamedOpinion): string => `${opinion.letter.date} ${opinion.organisation.name}`;
  return read.toSorted((a, b) => place(a).localeCompare(place(b), 'vi'));
}

type Clauses = PublicOpinionsView['clauses'];

/** Points by clause: what is said of the whole draft first, then in the order of its clauses. */
function byClause(opinions: readonly NamedOpinion[], order: ReadonlyMap<string, number>): Clauses {
  const points = opinions.flatMap(({ organisation, opinion }) =>
    opinion.points.map(({ clause, ...point }) => ({ clause, point: { ...point, organisation } })),
  );
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
  const order = new Map(version.clauses.map(({ key, index }) => [key, index]));
  return {
    organisations: opinions.map(({ organisation: id, opinion }) => {
      return { id, name: opinion.organisation.name, letter: opinion.letter };
    }),
    clauses: byClause(opinions, order),
  };
}
