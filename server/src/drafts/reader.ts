import type { PublicComparisonView, PublicDraftView } from '@danban/contract';
import type { Definition } from '@danban/survey';
import type { House } from '../house.ts';
import { ProblemError } from '../http/problem.ts';
import { stateBehindDoor } from '../surveys/doors.ts';
import { findByResultsSlug, type SurveyRow } from '../surveys/queries.ts';
import { findLinks } from '../surveys/tree.queries.ts';
import { findAttachment, findAttachments } from './attachments.queries.ts';
import { bodyOf } from './body.ts';
import { comparisonOf, type Wanted } from './comparison.ts';
import { findPublished } from './queries.ts';
import { isOnClause } from './questions.ts';

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

/** While people are asked about a version it is the one that is read; afterwards the newest is. */
function firstShown(state: PublicDraftView['state'], asked: number | null, newest: number | undefined) {
  return asked !== null && state !== 'closed' && state !== 'cancelled' ? asked : newest;
}

/** A published version for whoever holds the link: the one that is asked for, or the one people are asked about. */
export async function publicDraftOf(house: House, slug: string, wanted: number | undefined): Promise<PublicDraftView> {
  const survey = await findByResultsSlug(house.db, slug);
  const rows = survey ? await findPublished(house.db, survey.id) : [];
  const versions = rows.map(({ number, label, dated_on: datedOn, published_on: publishedOn }) => {
    return { number, label, datedOn, publishedOn: publishedOn! };
  });
  if (!survey) throw new ProblemError('not-found');
  const { title, door, draft, questions } = survey.definition as Definition;
  const [state, asked] = [stateOf(house, survey), draft?.published?.number ?? null];
  const shown = wanted ?? firstShown(state, asked, versions[0]?.number);
  const version = versions.find(({ number }) => number === shown);
  const body = version && (await bodyOf(house.db, survey.id, version.number));
  if (!version || !body) throw new ProblemError('not-found');
  const attachments = await findAttachments(house.db, survey.id);
  return {
    ...{ title, door, body: survey.body_name, unit: survey.unit_name, state, asked },
    questions: questions.filter(isOnClause).map(({ id }) => id),
    opensAt: survey.opens_at?.toISOString() ?? null,
    closesAt: survey.closes_at?.toISOString() ?? null,
    takePart: await linkOf(house, survey),
    results: survey.published ? `${house.origin}/kq/${survey.results_slug}` : null,
    versions,
    attachments: attachments.filter(({ number }) => number === version.number),
    version: { ...version, bases: body.bases, clauses: body.clauses },
  };
}

/** What changed between two published versions. */
export async function publicComparisonOf(house: House, slug: string, wanted: Wanted): Promise<PublicComparisonView> {
  const survey = await findByResultsSlug(house.db, slug);
  if (!survey) throw new ProblemError('not-found');
  const { title, draft } = survey.definition as Definition;
  const about = { title, body: survey.body_name, asked: draft?.published?.number ?? null };
  return { ...about, ...(await comparisonOf(house.db, survey.id, wanted, false)) };
}

/** A file beside a published version; beside another there is none. */
export async function publicAttachmentOf(house: House, slug: string, id: string) {
  const survey = await findByResultsSlug(house.db, slug);
  const file = survey && (await findAttachment(house.db, survey.id, id));
  const published = survey && file ? await findPublished(house.db, survey.id) : [];
  if (!file || !published.some(({ number }) => number === file.number)) throw new ProblemError('not-found');
  return file;
}
