import type { Act, Actor } from '@danban/access';
import { nameOf } from '@danban/consultation';
import type { KeyedClause } from '@danban/contract';
import type { ClauseNamed } from '@danban/critique';
import type { Definition } from '@danban/survey';
import type { Context } from 'hono';
import { bodyOf } from '../drafts/body.ts';
import { readingUrl } from '../drafts/asked.ts';
import { findPublished } from '../drafts/queries.ts';
import type { House } from '../house.ts';
import { ProblemError } from '../http/problem.ts';
import { surveyFor } from '../surveys/asked.ts';
import type { SurveyRow } from '../surveys/queries.ts';

/** The consultation of the path, for somebody who may do `act` with what organisations say to it. */
export async function consultationFor(house: House, c: Context, act: Act): Promise<{ survey: SurveyRow; by: Actor }> {
  const found = await surveyFor(house, c, act);
  if ((found.survey.definition as Definition).kind !== 'consultation') throw new ProblemError('draft-other-kind');
  return found;
}

type Asking = Pick<SurveyRow, 'state' | 'closes_at'>;

/** Past its closing date it is closed, whether the job that closes it has run or not. */
const isOver = (house: Pick<House, 'clock'>, { closes_at: closesAt }: Asking): boolean =>
  closesAt !== null && closesAt <= house.clock();

/** Organisations write as soon as it is certain what they are asked, and until it closes. */
export const mayWriteIn = (house: Pick<House, 'clock'>, survey: Asking): boolean =>
  ['scheduled', 'open', 'paused'].includes(survey.state) && !isOver(house, survey);

export const maySendIn = (house: Pick<House, 'clock'>, survey: Asking): boolean =>
  survey.state !== 'scheduled' && mayWriteIn(house, survey);

/** Organisations are invited until it closes. */
export const mayInviteIn = (house: Pick<House, 'clock'>, survey: Asking): boolean =>
  survey.state === 'draft' || mayWriteIn(house, survey);

export interface AskedVersion {
  number: number;
  label: string;
  datedOn: string;
  tree: string;
  url: string;
  clauses: readonly KeyedClause[];
}

/** The version the consultation asks about, or the newest there is; null before anything is published. */
export async function versionAsked(
  house: Pick<House, 'db' | 'origin'>,
  survey: SurveyRow,
): Promise<AskedVersion | null> {
  const heads = await findPublished(house.db, survey.id);
  const about = (survey.definition as Definition).draft?.published?.number;
  const head = heads.find(({ number }) => number === about) ?? heads[0];
  const body = head && (await bodyOf(house.db, survey.id, head.number));
  if (!head || !body) return null;
  return {
    ...{ number: head.number, label: head.label, datedOn: head.dated_on, tree: head.tree_hash!.toString('hex') },
    ...{ url: readingUrl(house, survey.results_slug), clauses: body.clauses },
  };
}

/** What a point may be on: every clause that has a number of its own. */
export const clausesToName = ({ clauses }: AskedVersion): KeyedClause[] =>
  clauses.filter(({ label, answerable }) => label !== '' || answerable);

/** The same by key, each as it is called where it stands alone. */
export function clausesNamed(version: AskedVersion | null): Map<string, ClauseNamed> {
  if (version === null) return new Map();
  const named = clausesToName(version).map((clause): [string, ClauseNamed] => [
    clause.key,
    { key: clause.key, path: clause.path, name: nameOf(clause, version.clauses) },
  ]);
  return new Map(named);
}
