import { Hono, type MiddlewareHandler } from 'hono';
import { accountRoutes } from '../accounts/index.ts';
import { auditRoutes } from '../audit/routes.staff.ts';
import { calendarStaff } from '../calendar/routes.staff.ts';
import { clustersStaff } from '../comments/routes.clusters.ts';
import { publicationStaff } from '../comments/routes.publication.ts';
import { commentsPublic } from '../comments/routes.public.ts';
import { commentsStaff } from '../comments/routes.staff.ts';
import { deskRoutes } from '../desk/routes.staff.ts';
import { draftsList } from '../drafts/routes.list.ts';
import { draftsPublic } from '../drafts/routes.public.ts';
import { draftsStaff } from '../drafts/routes.staff.ts';
import { factorRoutes } from '../factors/index.ts';
import { healthPublic } from '../health/routes.public.ts';
import type { House } from '../house.ts';
import { inspectionStaff } from '../inspection/routes.staff.ts';
import { importRoutes } from '../imports/routes.staff.ts';
import { listeningPublic } from '../listening/routes.public.ts';
import { listeningStaff } from '../listening/routes.staff.ts';
import { mailStaff } from '../mail/routes.staff.ts';
import { opinionsList } from '../opinions/routes.list.ts';
import { opinionsOfOrganisations } from '../opinions/routes.organisation.ts';
import { opinionsPublic } from '../opinions/routes.public.ts';
import { opinionsStaff } from '../opinions/routes.staff.ts';
import { organisationRoutes } from '../organisations/index.ts';
import { credentialsPublic } from '../participation/routes.public.ts';
import { passkeyRoutes } from '../passkeys/index.ts';
import { documentsPublic, documentsStaff } from '../documents/routes.ts';
import { commitmentsPublic } from '../commitments/routes.public.ts';
import { commitmentsStaff } from '../commitments/routes.staff.ts';
import { repliesPublic } from '../replies/routes.public.ts';
import { repliesStaff } from '../replies/routes.staff.ts';
import { resultsPublic, resultsStaff } from '../results/routes.ts';
import { rosterStaff } from '../roster/routes.staff.ts';
import { sessionRoutes } from '../sessions/index.ts';
import { setupRoutes } from '../setup/index.ts';
import { ssoRoutes } from '../sso/index.ts';
import { surveysPublic } from '../surveys/routes.public.ts';
import { surveysStaff } from '../surveys/routes.staff.ts';
import type { Role } from '../start/roles.ts';
import { logPublic } from '../transparency/routes.public.ts';
import { logStaff } from '../transparency/routes.staff.ts';
import { answerForms, answerPages, awayFromHere } from '../urn/routes.form.ts';
import { urgentPublic } from '../urgent/routes.public.ts';
import { urgentStaff } from '../urgent/routes.staff.ts';
import { submissionsPublic } from '../urn/routes.public.ts';
import { bounded } from './bounded.ts';
import { letIn } from './crossing.ts';
import { apiHeaders } from './headers.ts';
import { isOwnOrigin, ownOriginOnly } from './origin.ts';
import type { Pages } from './pages.ts';
import { ProblemError, problemResponse } from './problem.ts';

const staffBytes = 4 * 1024 * 1024;
/** A file of 8 MB that is uploaded, or a table of 5 MB that a page carries. */
const fileBytes = 9 * 1024 * 1024;
const takesFiles =
  /^\/to-chuc\/[^/]+\/api\/file$|^\/lam-viec\/api\/(imports\/|surveys\/[^/]+\/(roster(\/|$)|drafts\/(working\/|attachments$)|commitments\/files$))/;

type Room = (house: House) => Hono;
type Serving = Exclude<Role, 'all' | 'worker'>;

/** Which room is open in which process: the one table of it. A process that is everything has them all. */
const publicRooms: Record<Serving, Room[]> = {
  web: [
    surveysPublic,
    draftsPublic,
    opinionsPublic,
    resultsPublic,
    commentsPublic,
    repliesPublic,
    commitmentsPublic,
    listeningPublic,
    documentsPublic,
    urgentPublic,
    logPublic,
  ],
  urn: [submissionsPublic],
  issuer: [credentialsPublic],
};
/** What pages of another origin may send to: nothing else crosses. */
const crossings = { urn: '/api/s/:slug/submissions', issuer: '/api/s/:slug/credentials' } as const;
/** In the process of the pages alone. */
const staffRooms: Room[] = [
  setupRoutes,
  sessionRoutes,
  deskRoutes,
  factorRoutes,
  passkeyRoutes,
  ssoRoutes,
  accountRoutes,
  organisationRoutes,
  importRoutes,
  rosterStaff,
  mailStaff,
  surveysStaff,
  draftsList,
  draftsStaff,
  opinionsStaff,
  opinionsList,
  auditRoutes,
  resultsStaff,
  commentsStaff,
  clustersStaff,
  publicationStaff,
  repliesStaff,
  commitmentsStaff,
  listeningStaff,
  documentsStaff,
  calendarStaff,
  urgentStaff,
  logStaff,
  inspectionStaff,
];

/** PostgreSQL is away or starting: nothing is wrong with what was asked, it may be asked again. */
function isAway(error: Error): boolean {
  const { code } = error as { code?: unknown };
  const known = typeof code === 'string' && /^(ECONN|ENOENT$|EPIPE|57P0|08)/.test(code);
  return known || /Connection terminated|timeout exceeded/.test(error.message);
}

/** Nobody who comes by the link of an organisation has an account, but what she does must come from our own pages, too. */
function openToOrganisations(app: Hono, house: House): void {
  app.use('/to-chuc/:id/api/*', apiHeaders, ownOriginOnly(isOwnOrigin(house.origin)));
  app.use('/to-chuc/:id/api/*', boundedAsNeeded());
  app.route('/', opinionsOfOrganisations(house));
}

function boundedAsNeeded(): MiddlewareHandler {
  const tooLarge = () => problemResponse('too-large');
  const [usual, files] = [bounded(staffBytes, tooLarge), bounded(fileBytes, tooLarge)];
  return (c, next) => (takesFiles.test(c.req.path) ? files : usual)(c, next);
}

const served: Record<Role, Serving[]> = {
  all: ['urn', 'issuer', 'web'],
  web: ['web'],
  urn: ['urn'],
  issuer: ['issuer'],
  worker: [],
};

function openPublic(app: Hono, house: House, part: Serving): void {
  if (part !== 'web' && house.elsewhere[part] !== '') app.use(crossings[part], letIn(house.origin));
  for (const room of publicRooms[part]) app.route('/api', room(house));
}

function openStaff(app: Hono, house: House): void {
  app.use('/lam-viec/api/*', apiHeaders, ownOriginOnly(isOwnOrigin(house.origin)));
  app.use('/lam-viec/api/*', boundedAsNeeded());
  for (const room of staffRooms) app.route('/lam-viec/api', room(house));
}

/**
 * The public door under /api, the staff door under /lam-viec/api, that of organisations under /to-chuc, and respondents' pages under /s where there is
 * somebody to draw them; of these what the role of this process opens.
 */
export function createApp(house: House, pages?: Pages, role: Role = 'all'): Hono {
  const parts = served[role];
  const app = new Hono();
  app.onError((error) => {
    if (error instanceof ProblemError) return problemResponse(error.code, error.issues);
    house.log.failure('request-failed', error);
    return problemResponse(isAway(error) ? 'unavailable' : 'internal');
  });
  app.notFound(() => problemResponse('not-found'));
  app.use('/api/*', apiHeaders);
  app.route('/api', healthPublic(house));
  for (const part of parts) openPublic(app, house, part);
  if (parts.includes('web')) openStaff(app, house);
  if (parts.includes('web')) openToOrganisations(app, house);
  if (pages && parts.includes('web')) app.route('/', answerPages(house, pages));
  if (pages && parts.includes('urn')) app.route('/', answerForms(house, pages));
  if (role === 'urn') app.route('/', awayFromHere(house));
  return app;
}
