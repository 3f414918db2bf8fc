import { leadToProvider } from '../../../../../lib/server/leadToProvider.ts';
import { placeAsked } from '../../../../../lib/staff/onward.ts';
import type { RequestHandler } from './$types.js';

/** Whoever is signed in and comes here means to prove anew who she is. */
export const GET: RequestHandler = (event) => {
  const body = { place: placeAsked(event.url), anew: event.locals.me !== null };
  return leadToProvider(event, '/lam-viec/api/sso/begin', '/lam-viec/dang-nhap', body);
};
