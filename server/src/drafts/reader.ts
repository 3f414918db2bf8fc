import type { PublicDraftView } from '@danban/contract';
import type { Definition } from '@danban/survey';
import type { House } from '../house.ts';
import { ProblemError } from '../http/problem.ts';
import { stateBehindDoor } from '../surveys/doors.ts';
import { findByResultsSlug, type SurveyRow } from '../surveys/queries.ts';
import { findLinks } from '../surveys/tree.queries.ts';
import { bodyOf } from './body.ts';
import { findPublished } from './queries.ts';

/** Past its closing date it is closed, whether the job that closes it has run or not. */
function stateOf(house: House, { state, closes_at: closesAt }: SurveyRow): PublicDraftView['state'] {
  const behind = stateBehindDoor[state];
  const isOver = closesAt !== null && closesAt <= house.clock();
  return isOver && (behind === 'open' || behind === 'paused') ? 'closed' : behind;
}

/** One link for everybody, while it lets people in. */
async function linkOf(house: House, survey: SurveyRow): Promise<string | null> {
  const { door } = survey.definition as Definition;
  if (stateOf(house, survey) !== 'open' || (door !== 'open_link' && door !== 'one_time_code')) return null;
  const [link] = await findLinks(house.db, survey.id);
  return link ? `${house.origin}/s/${link.slug}` : null;
}

/** A published version for whoever holds the link: the one that is asked for, or the newest. */
export async function publicDraftOf(house: House, slug: string, wanted: number | undefined): Promise<PublicDraftView> {
  const survey = await findByResultsSlug(house.db, slug);
  const rows = survey ? await findPublished(house.db, survey.id) : [];
  const versions = rows.map(({ number, label, dated_on: datedOn, published_on: publishedOn }) => {
    return { number, label, datedOn, publishedOn: publishedOn! };
  });
  const version = wanted === undefined ? versions[0] : versions.find(({ number }) => number === wanted);
  const body = survey && version && (await bodyOf(house.db, survey.id, version.number));
  if (!survey || !version || !body) throw new ProblemError('not-found');
  const { title, door } = survey.definition as Definition;
  return {
    ...{ title, door, body: survey.body_name, unit: survey.unit_name, state: stateOf(house, survey) },
    opensAt: survey.opens_at?.toISOString() ?? null,
    closesAt: survey.closes_at?.toISOString() ?? null,
    takePart: await linkOf(house, survey),
    results: survey.published ? `${house.origin}/kq/${survey.results_slug}` : null,
    versions,
    version: { ...version, bases: body.bases, clauses: body.clauses },
  };
}
