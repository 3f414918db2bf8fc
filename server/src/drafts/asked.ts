import { within } from '@danban/consultation';
import type { AskedDraftView, KeyedClause } from '@danban/contract';
import type { Definition } from '@danban/survey';
import type { House } from '../house.ts';
import { bodyOf } from './body.ts';
import { findPublished } from './queries.ts';
import { isOnClause } from './questions.ts';

/** Where everybody reads the drafts of a survey. */
export const readingUrl = (house: Pick<House, 'origin'>, slug: string): string => `${house.origin}/c/${slug}`;

/** The words of each of these clauses, with all that lies within it, by its key. */
export function wordsOf(clauses: readonly KeyedClause[], ids: ReadonlySet<string>): AskedDraftView['clauses'] {
  const asked = clauses.filter(({ key }) => ids.has(key));
  const units = within(clauses, asked).map(({ clause, within: parts }) => [
    clause.key,
    parts.map(({ label, heading, text, depth }) => ({ label, heading, text, depth: depth - clause.depth })),
  ]);
  return Object.fromEntries(units) as AskedDraftView['clauses'];
}

/** The draft a survey asks about, as its respondents see it; null where it asks about none that is published. */
export async function askedDraftOf(
  house: Pick<House, 'db' | 'origin'>,
  survey: string,
  { draft, questions }: Definition,
  slug: string,
): Promise<AskedDraftView | null> {
  const about = draft?.published;
  if (about === undefined) return null;
  const head = (await findPublished(house.db, survey)).find(({ number }) => number === about.number);
  const body = head && (await bodyOf(house.db, survey, head.number));
  if (!head || !body) return null;
  const ids = new Set(questions.filter(isOnClause).map(({ id }) => id));
  return {
    url: readingUrl(house, slug),
    label: head.label,
    datedOn: head.dated_on,
    clauses: wordsOf(body.clauses, ids),
  };
}
