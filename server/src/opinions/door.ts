import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { hashOfToken, isToken } from '../sessions/tokens.ts';
import type { House } from '../house.ts';
import { ProblemError } from '../http/problem.ts';
import { idIn } from '../http/input.ts';
import { dayOf } from '../organisations/index.ts';
import { find, type SurveyRow } from '../surveys/queries.ts';
import { findBySecret, markOpened, type Entered } from './queries.ts';

const cookie = 'danban_organisation';

/** The way an organisation has in. Behind `#` the secret reaches no log and no referrer. */
export const linkOf = (house: Pick<House, 'origin'>, id: string, secret: string): string =>
  `${house.origin}/to-chuc/${id}#${secret}`;

/** Bound to the page of this one organisation, and gone with the browser: no other page of the house is sent it. */
function attributes(house: House, id: string) {
  const secure = house.origin.startsWith('https:');
  return { httpOnly: true, sameSite: 'Strict', path: `/to-chuc/${id}`, secure } as const;
}

export interface Inside {
  organisation: Entered;
  survey: SurveyRow;
}

/** A wrong secret, one that was renewed or taken back, and one of another organisation are all told alike. */
async function behind(house: House, id: string, secret: string | undefined): Promise<Inside> {
  const found = isToken(secret) ? await findBySecret(house.db, id, hashOfToken(secret)) : undefined;
  const survey = found && (await find(house.db, found.survey));
  if (!found || !survey || survey.state === 'cancelled') throw new ProblemError('opinion-link-wrong');
  return { organisation: found as Entered, survey };
}

/** Whoever copies a link by hand may bring all of it. */
const secretIn = (typed: string): string => typed.slice(typed.lastIndexOf('#') + 1).trim();

export async function enter(house: House, c: Context, typed: string): Promise<void> {
  const secret = secretIn(typed);
  const { organisation } = await behind(house, idIn(c), secret);
  await markOpened(house.db, organisation.id, dayOf(house.clock()));
  setCookie(c, cookie, secret, attributes(house, organisation.id));
}

export const leave = (house: House, c: Context): void => void deleteCookie(c, cookie, attributes(house, idIn(c)));

/** The organisation of the path, for whoever came in by its link. */
export const insideOf = (house: House, c: Context): Promise<Inside> => behind(house, idIn(c), getCookie(c, cookie));
