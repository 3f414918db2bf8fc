import { globSync } from 'node:fs';
import { connect as openSocket } from 'node:net';
import type { Hono } from 'hono';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SurveyView } from '@danban/contract';
import { createApp } from '@danban/server';
import { databaseOf } from '../support/databaseOf.ts';
import { accountOf, deskOf, type Desk } from '../support/desk.ts';
import { followedConsultationIn, readingSlugOf } from '../support/draftTexts.ts';
import { invitedIn } from '../support/official.ts';
import { freshDatabase } from '../support/freshDatabase.ts';
import { testHouse, type TestHouse } from '../support/house.ts';
import { startProduct, type Product } from '../support/product.ts';
import { listedIn } from '../support/listedProduct.ts';
import { filled, leadingOn, pageRoutes, routesOf, staffAddresses } from '../support/routes.ts';

/** What every answer carries, whoever asks for what. */
const always = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), interest-cohort=()',
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};
const closed = { ...always, 'content-security-policy': "default-src 'none'; frame-ancestors 'none'" };
const policy = (scripts: string): string =>
  [
    "default-src 'self'",
    "connect-src 'self'",
    "img-src 'self' data:",
    "object-src 'none'",
    `script-src ${scripts}`,
    "style-src 'self'",
    "style-src-attr 'unsafe-hashes' 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
const page = { ...always, 'content-type': 'text/html', 'x-sveltekit-page': 'true' };
const stored = { 'cache-control': 'no-store' };

/** A page whose only scripts are files of ours, and one that also has a script with the nonce of this very answer. */
const plain = { ...page, 'content-security-policy': policy("'self'") };
const nonced = { ...page, 'content-security-policy': policy("'self' 'nonce'") };

/** What everybody may read, pages of other origins too. */
const readByAll = { 'access-control-allow-origin': '*' };
/** The check as a file to keep: nothing of it runs here. */
const checkFile = {
  ...closed,
  'content-type': 'text/html; charset=utf-8',
  'content-disposition': 'attachment; filename="dan-ban-kiem-tra.html"',
};

const json = { 'content-type': 'application/json' };
const problem = { 'content-type': 'application/problem+json; charset=utf-8' };

/** How an answer travels, and nothing about what may be done with it. */
const ofTheWay =
  /^(date|connection|keep-alive|content-length|transfer-encoding|content-encoding|vary|etag|accept-ranges|allow|location)$|^x-sveltekit-(version|normalize)$/;

function headersOf(response: Response): Record<string, string> {
  const own = [...response.headers].filter(([name]) => !ofTheWay.test(name));
  return Object.fromEntries(own.map(([name, value]) => [name, value.replace(/'nonce-[\w+/]{22}=='/, "'nonce'")]));
}

let product: Product;
let desks: Record<'nobody' | 'organizer' | 'leader' | 'admin' | 'inspector', { cookie: string }>;
let organizer: Desk;
let survey: SurveyView;
let released: SurveyView;
let draft: SurveyView;
let consultation: SurveyView;
let readingSlug: string;
/** The one whose respondents stand on a list. */
let listed: string;
let account: string;
let organisation: string;
let house: TestHouse;
let app: Hono;

beforeAll(async () => {
  product = await startProduct({ example: true });
  organizer = await deskOf(product, 'organizer');
  const [leader, admin] = [await deskOf(product, 'leader'), await deskOf(product, 'admin')];
  const inspector = await deskOf(product, 'inspector');
  desks = { nobody: { cookie: '' }, organizer, leader, admin, inspector };
  survey = await organizer.surveyIn('open');
  released = await organizer.surveyIn('released');
  const given = { bodyId: survey.bodyId, unitId: survey.unitId };
  draft = (await (await organizer.send('POST', '/surveys', given)).json()) as SurveyView;
  consultation = await followedConsultationIn(organizer, given);
  organisation = (await invitedIn(organizer, consultation.id)).id;
  readingSlug = await readingSlugOf(organizer, consultation.id);
  listed = (await listedIn(product, 12, organizer)).survey.id;
  account = await accountOf(product, 'lanh-dao');
  // Only asked which routes there are.
  house = await testHouse(await freshDatabase());
  app = createApp(house.house, { render: () => Promise.reject(new Error('nothing is drawn here')) });
});
afterAll(async () => {
  await house?.close();
  await product?.remove();
});

const ask = (path: string, init: RequestInit = {}): Promise<Response> =>
  fetch(product.origin + path, { redirect: 'manual', ...init });
const resultsSlug = (): string => product.example().results.split('/').at(-1)!;
const slug = (): string => survey.links[0]!.slug;

/** Under /kq and /kiem-tra a link leads to results, under /c to a draft. */
function slugFor(path: string): string {
  if (path.includes('/c/')) return readingSlug;
  return /\/(kq|kiem-tra)\//.test(path) ? resultsSlug() : slug();
}

/** A route with its parameters filled in: an open survey and a released one; under /kq a link leads to results. */
function addressesOf(path: string): string[] {
  const ids = [survey.id, released.id, draft.id, consultation.id, listed];
  if (isStaff(path) && !path.includes('/api/')) return staffAddresses(path, ids, account, organisation);
  const file = path.includes('template') ? 'template' : 'current';
  const values = {
    id: ids,
    slug: [slugFor(path)],
    kind: ['units', 'bodies', 'accounts', 'people'],
    person: ['1e0f5b9c-9f1f-4f0e-8d6e-3b7f0a9c2d11'],
    comment: ['2e0f5b9c-9f1f-4f0e-8d6e-3b7f0a9c2d12'],
    cluster: ['3e0f5b9c-9f1f-4f0e-8d6e-3b7f0a9c2d13'],
    index: ['8'],
    work: ['moderate', 'confirm'],
    organisation: [organisation],
    attachment: ['3e0f5b9c-9f1f-4f0e-8d6e-3b7f0a9c2d13'],
    file: [`${file}.xlsx`, `${file}.csv`],
    key: ['a-key-nobody-has'],
  };
  return filled(path, values);
}

const isRespondents = (path: string): boolean => path.startsWith('/s/');
const isStaff = (path: string): boolean => path.startsWith('/lam-viec');
const isOrganisations = (path: string): boolean => path.startsWith('/to-chuc/');

const isOpenToAll = (path: string): boolean => path.startsWith('/lam-viec/dang-nhap/');

/** What a page below web/src/routes must carry, by where it lies. */
function expectedOf(path: string, response: Response, cookie: string): object {
  if (path === '/kiem-tra/tep') return checkFile;
  const kept = isRespondents(path) || isStaff(path) || isOrganisations(path) ? stored : {};
  if (response.headers.get('content-type') === 'text/html') {
    const hasScript = (response.headers.get('content-security-policy') ?? '').includes("'nonce-");
    return { ...(hasScript && !isRespondents(path) ? nonced : plain), ...kept };
  }
  // Whoever may not see a page is led on before it is asked.
  const isLedOn = response.status === 303 && !(leadingOn.includes(path) && (isOpenToAll(path) || cookie !== ''));
  return isLedOn ? closed : { ...closed, ...kept };
}

test('every page of the product carries exactly the headers of its kind, whoever asks', async () => {
  const shown = new Set<string>();
  const visits = pageRoutes().flatMap((path) =>
    addressesOf(path).flatMap((address) => Object.values(desks).map(({ cookie }) => ({ path, address, cookie }))),
  );
  for (const { path, address, cookie } of visits) {
    const response = await ask(address, { headers: cookie === '' ? {} : { cookie } });
    expect({ address, ...headersOf(response) }).toEqual({ address, ...expectedOf(path, response, cookie) });
    if (response.ok && response.headers.get('content-type') === 'text/html') shown.add(path);
  }
  expect(pageRoutes().filter((path) => !shown.has(path))).toEqual(leadingOn);
});

test('a page somebody has kept is answered whole when it is asked for again, under its own policy', async () => {
  const first = await ask('/', { headers: { accept: 'text/html' } });
  const etag = first.headers.get('etag');
  expect(etag).not.toBeNull();
  const again = await ask('/', { headers: { accept: 'text/html', 'if-none-match': etag! } });
  // A 304 would put the policy of what is no page on the page the browser kept.
  expect({ status: again.status, ...headersOf(again) }).toEqual({ status: 200, ...headersOf(first) });
});

test('every route of the app carries exactly the headers of the API, asked as declared and by other methods', async () => {
  const routes = routesOf(app).filter(({ path }) => !isRespondents(path));
  expect(routes.length).toBeGreaterThan(30);
  const asks = routes.flatMap(({ method, path }) =>
    addressesOf(path).flatMap((address) => [method, 'OPTIONS', 'PATCH'].map((asked) => ({ asked, address }))),
  );
  for (const { asked, address } of asks) {
    const reads = asked === 'GET';
    const headers = { origin: product.origin, ...json, ...(reads ? { cookie: organizer.cookie } : {}) };
    const response = await ask(address, { method: asked, headers, ...(reads ? {} : { body: '{}' }) });
    const { 'content-type': type, 'content-disposition': file, 'set-cookie': cookie, ...sent } = headersOf(response);
    const read = reads && address.startsWith('/api/log/') ? readByAll : {};
    expect({ asked, address, ...sent }).toEqual({ asked, address, ...closed, ...stored, ...read });
    expect(`${response.status} ${type}`).toMatch(
      /^(200 (application\/(json|octet-stream|vnd\.openxmlformats)|text\/(csv|plain)|image\/(svg|png))|204|4\d\d application\/problem\+json)/,
    );
    if (response.ok)
      expect([address, file !== undefined]).toEqual([
        address,
        /(release\.(csv|json|xlsx|docx)|(comments|published)\.(csv|json)|links\.csv|template\.(csv|xlsx))$/.test(
          address,
        ),
      ]);
    if (cookie !== undefined) expect([`${asked} ${address}`, drawn(cookie)]).toEqual(setsCookie(asked, address));
  }
});

/** The only answers among these that touch a cookie: signing out, and a challenge that is bound to this browser. */
const cookies: Record<string, string> = {
  'DELETE /lam-viec/api/sessions': 'danban_session=; Max-Age=0; Path=/lam-viec; HttpOnly; SameSite=Lax',
  'POST /lam-viec/api/sessions/passkey/options':
    'danban_begun=drawn; Max-Age=300; Path=/lam-viec; HttpOnly; SameSite=Lax',
};
/** Leaving the page of an organisation, whosever it was. */
function leaving(asked: string, address: string): string | undefined {
  const [page] = /^\/to-chuc\/[^/]+(?=\/api\/entry$)/.exec(address) ?? [];
  if (asked !== 'DELETE' || page === undefined) return undefined;
  return `danban_organisation=; Max-Age=0; Path=${page}; HttpOnly; SameSite=Strict`;
}
const setsCookie = (asked: string, address: string) => {
  const act = `${asked} ${address}`;
  return [act, cookies[act] ?? leaving(asked, address)];
};
const drawn = (cookie: string): string => cookie.replace(/=[\w-]{43};/, '=drawn;');

test('every file the pages are made of carries exactly the headers of a file, and changed files have other names', async () => {
  const built = new URL('../../web/build/client/', import.meta.url).pathname;
  const files = globSync('**/*.*', { cwd: built }).filter((file) => !/\.(br|gz)$/.test(file));
  expect(files.length).toBeGreaterThan(20);
  for (const file of files) {
    const { 'content-type': type, 'cache-control': cache, ...sent } = headersOf(await ask(`/${file}`));
    expect({ file, ...sent }).toEqual({ file, ...closed });
    expect(type).toMatch(/^(text\/(css|javascript)|application\/json|font\/woff2|image\/svg\+xml|text\/plain)/);
    expect(cache).toBe(file.includes('/immutable/') ? 'public,max-age=31536000,immutable' : undefined);
  }
});

const form = (size: number) => ({
  method: 'POST',
  headers: { 'content-type': 'application/x-www-form-urlencoded', origin: product.origin },
  body: 'a='.padEnd(size, 'x'),
});
const submissions = (body: string) => ({ method: 'POST', headers: json, body });

test('an answer that is an error carries the headers of its kind as well', async () => {
  const spoilt = await spoiltResults();
  const errors: [status: number, path: string, init: RequestInit, expected: object][] = [
    [404, '/nowhere', {}, nonced],
    [404, '/s/no-such-link', {}, { ...plain, ...stored }],
    [404, '/kq/no-such-link', {}, nonced],
    [404, '/lam-viec/nowhere', { headers: { cookie: organizer.cookie } }, { ...nonced, ...stored }],
    [404, '/api/nowhere', {}, { ...closed, ...stored, ...problem }],
    [404, '/_app/immutable/nothing.js', {}, { ...closed, 'cache-control': 'public, max-age=0, must-revalidate' }],
    [404, `/s/${slug()}`, { method: 'DELETE' }, { ...closed, ...stored, ...problem }],
    [400, '/%E0%A4%A', {}, nonced],
    [404, '/s/%E0%A4%A', {}, { ...plain, ...stored }],
    [
      403,
      '/lam-viec/dang-nhap',
      { ...form(2), headers: {} },
      { ...closed, 'content-type': 'text/plain; charset=utf-8' },
    ],
    [405, '/', form(2), { ...closed, ...json }],
    [400, `/api/s/${slug()}/submissions`, submissions('{'), { ...closed, ...stored, ...problem }],
    [413, `/api/s/${slug()}/submissions`, submissions('"'.padEnd(400_000)), { ...closed, ...stored, ...problem }],
    [413, `/s/${slug()}`, form(1_100_000), { ...plain, ...stored }],
    [413, '/lam-viec/dang-nhap', form(17_000_000), { ...closed, ...stored, ...json }],
    [422, `/s/${slug()}`, form(2), { ...plain, ...stored }],
    [500, `/kq/${spoilt}`, {}, nonced],
    [500, `/api/kq/${spoilt}/release.csv`, {}, { ...closed, ...stored, ...problem }],
  ];
  for (const [status, path, init, expected] of errors) {
    const response = await ask(path, init);
    expect({ path, status: response.status, ...headersOf(response) }).toEqual({ path, status, ...expected });
  }
});

/** Published results whose stored text is damaged: the page and the export fall over it. */
async function spoiltResults(): Promise<string> {
  const db = databaseOf(product);
  const others = { id: '00000000-0000-4000-8000-000000000001', results: 'spoiltspoilt' };
  const { rows } = await sql<{ name: string }>`select column_name as name from information_schema.columns
    where table_schema = 'public' and table_name = 'survey' and is_generated = 'NEVER'`.execute(db);
  const columns = sql.join(rows.map(({ name }) => sql.ref(name)));
  const copied = sql.join(rows.map(({ name }) => sql.ref(`c.${name}`)));
  await sql`insert into survey (${columns}) select ${copied} from survey s,
    jsonb_populate_record(s, jsonb_build_object('id', ${others.id}::text, 'results_slug', ${others.results}::text)) as c
    where s.id = ${released.id}`.execute(db);
  await sql`
    with spoilt as (
      insert into release (id, survey_id, number, kind, made_on, head, params, checksum)
      select gen_random_uuid(), ${others.id}, 1, 'final', made_on, 'spoilt', '{}', checksum
      from release where survey_id = ${released.id} returning id
    ), grouped as (
      insert into release_group (release_id, position, unit, parent, name, search_key, said)
      select id, 0, 0, -1, 'spoilt', 'spoilt', 'spoilt' from spoilt
    )
    insert into release_cell (release_id, position, cells) select id, 0, 'spoilt' from spoilt`.execute(db);
  await db.destroy();
  return others.results;
}

test('an answer taken by form leads on with closed headers, and sets nothing', async () => {
  const fields = new URLSearchParams();
  const html = await (await ask(`/s/${slug()}`)).text();
  for (const [, name, value] of html.matchAll(/<input type="(?:radio|checkbox)" name="([^"]+)" value="([^"]+)"/g)) {
    if (!fields.has(name!)) fields.set(name!, value!);
  }
  const taken = await ask(`/s/${slug()}`, { method: 'POST', body: fields });
  expect({ status: taken.status, ...headersOf(taken) }).toEqual({ status: 303, ...closed, ...stored });
});

test('a head that cannot be read is answered with closed headers, too', async () => {
  const answer = await new Promise<string>((resolve) => {
    const socket = openSocket(Number(new URL(product.origin).port), '127.0.0.1', () => {
      socket.write('GET /api/published HTTP/1.1\r\nHost: not a host\r\nConnection: close\r\n\r\n');
    });
    let text = '';
    socket.on('data', (chunk) => (text += String(chunk))).on('close', () => resolve(text));
  });
  expect(answer).toMatch(/^HTTP\/1\.1 400 /);
  for (const [name, value] of Object.entries(closed)) expect(answer).toContain(`${name}: ${value}`);
});

test('a nonce is long, and drawn anew for every answer', async () => {
  const nonces = await Promise.all(
    Array.from({ length: 5 }, async () => {
      const policy = (await ask('/lam-viec/dang-nhap')).headers.get('content-security-policy')!;
      return /'nonce-([^']+)'/.exec(policy)![1]!;
    }),
  );
  expect(new Set(nonces).size).toBe(5);
  for (const nonce of nonces) expect(Buffer.from(nonce, 'base64')).toHaveLength(16);
});

test('only the staff door sets cookies: the session and the language, out of reach for scripts and other pages', async () => {
  const set = async (path: string): Promise<string[]> => (await ask(path)).headers.getSetCookie();
  for (const path of ['/', '/?lang=en', `/s/${slug()}?lang=en`, `/kq/${resultsSlug()}?lang=en`, `/api/s/${slug()}`])
    expect([path, await set(path)]).toEqual([path, []]);
  expect(await set('/lam-viec/dang-nhap')).toEqual([]);
  expect(await set('/lam-viec/dang-nhap?lang=en')).toEqual([
    'ngon-ngu=en; Max-Age=31536000; Path=/lam-viec; HttpOnly; SameSite=Lax',
  ]);
});

test('a post to the staff door from elsewhere is refused, whatever it carries', async () => {
  for (const origin of ['https://evil.example', 'null', undefined]) {
    const response = await ask('/lam-viec/api/sessions', {
      method: 'POST',
      headers: { ...json, ...(origin === undefined ? {} : { origin }) },
      body: JSON.stringify({ login: 'quan-tri', password: 'x' }),
    });
    expect(response.status).toBe(403);
  }
});
