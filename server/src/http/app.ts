import { Hono, type MiddlewareHandler } from 'hono';
import { accountRoutes } from '../accounts/index.ts';
import { auditRoutes } from '../audit/routes.staff.ts';
import { deskRoutes } from '../desk/routes.staff.ts';
import { factorRoutes } from '../factors/index.ts';
import type { House } from '../house.ts';
import { importRoutes } from '../imports/routes.staff.ts';
import { organisationRoutes } from '../organisations/index.ts';
import { credentialsPublic } from '../participation/routes.public.ts';
import { passkeyRoutes } from '../passkeys/index.ts';
import { resultsPublic, resultsStaff } from '../results/routes.ts';
import { sessionRoutes } from '../sessions/index.ts';
import { setupRoutes } from '../setup/index.ts';
import { ssoRoutes } from '../sso/index.ts';
import { surveysPublic } from '../surveys/routes.public.ts';
import { surveysStaff } from '../surveys/routes.staff.ts';
import { answerPages } from '../urn/routes.form.ts';
import { submissionsPublic } from '../urn/routes.public.ts';
import { bounded } from './bounded.ts';
import { apiHeaders } from './headers.ts';
import { isOwnOrigin, ownOriginOnly } from './origin.ts';
import type { Pages } from './pages.ts';
import { ProblemError, problemResponse } from './problem.ts';

const staffBytes = 4 * 1024 * 1024;
/** A table of 5 MB, uploaded or carried by a page. */
const tableBytes = 7 * 1024 * 1024;
const publicRooms = [submissionsPublic, credentialsPublic, surveysPublic, resultsPublic];
const staffRooms = [
  setupRoutes,
  sessionRoutes,
  deskRoutes,
  factorRoutes,
  passkeyRoutes,
  ssoRoutes,
  accountRoutes,
  organisationRoutes,
  importRoutes,
  surveysStaff,
  auditRoutes,
  resultsStaff,
];

/** PostgreSQL is away or starting: nothing is wrong with what was asked, it may be asked again. */
function isAway(error: Error): boolean {
  const { code } = error as { code?: unknown };
  const known = typeof code === 'string' && /^(ECONN|ENOENT$|EPIPE|57P0|08)/.test(code);
  return known || /Connection terminated|timeout exceeded/.test(error.message);
}

function boundedAsNeeded(): MiddlewareHandler {
  const tooLarge = () => problemResponse('too-large');
  const [usual, tables] = [bounded(staffBytes, tooLarge), bounded(tableBytes, tooLarge)];
  return (c, next) => (c.req.path.startsWith('/lam-viec/api/imports/') ? tables : usual)(c, next);
}

/**
 * The public door under /api, the staff door under /lam-viec/api, and respondents' pages under /s where there is
 * somebody to draw them.
 */
export function createApp(house: House, pages?: Pages): Hono {
  const app = new Hono();
  app.onError((error) => {
    if (error instanceof ProblemError) return problemResponse(error.code, error.issues);
    house.log.failure('request-failed', error);
    return problemResponse(isAway(error) ? 'unavailable' : 'internal');
  });
  app.notFound(() => problemResponse('not-found'));
  app.use('/api/*', apiHeaders);
  app.use('/lam-viec/api/*', apiHeaders, ownOriginOnly(isOwnOrigin(house.origin)));
  app.use('/lam-viec/api/*', boundedAsNeeded());
  for (const room of publicRooms) app.route('/api', room(house));
  for (const room of staffRooms) app.route('/lam-viec/api', room(house));
  if (pages) app.route('/', answerPages(house, pages));
  return app;
}
