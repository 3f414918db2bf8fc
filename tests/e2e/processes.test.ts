import { randomBytes } from 'node:crypto';
import { request } from 'node:http';
import { dirname, join } from 'node:path';
import { sql } from 'kysely';
import type { Browser, BrowserContext, Page, Request } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ReleasePage, SurveyView } from '@danban/contract';
import type { Role } from '@danban/server';
import { answersFor } from '@danban/server/example/answers';
import { repeatable } from '@danban/server/example/chance';
import type { Definition } from '@danban/survey';
import { answerAll } from '../support/answering.ts';
import { launch } from '../support/browser.ts';
import { deskOf, type Desk } from '../support/desk.ts';
import { listedIn } from '../support/listedProduct.ts';
import { ownedDatabase, type OwnedDatabase } from '../support/ownedDatabase.ts';
import { collect, send } from '../support/personalVisit.ts';
import { freePort, startProduct, type Product } from '../support/product.ts';

const byExample = 36;
const parts = ['web', 'urn', 'issuer', 'worker'] as const;
type PartName = (typeof parts)[number] & Role;

let database: OwnedDatabase;
let ports: Record<PartName, number>;
let env: Record<string, string>;
let home: string;
const running: Partial<Record<PartName, Product>> = {};
let desk: Desk;
let survey: SurveyView;
let browser: Browser;
let taken = 0;

const at = (part: PartName): string => `http://localhost:${ports[part]}`;
const api = (): string => `${at('urn')}/api/s/${slug()}/submissions`;
const slug = (): string => survey.links[0]!.slug;
const page = (): string => `${at('web')}/s/${slug()}`;

async function begin(part: PartName): Promise<Product> {
  const own = part === 'web' ? { home } : {};
  return (running[part] = await startProduct({ ...own, role: part, port: ports[part], env }));
}

// The example is made by a process that is everything; then its parts take over, on one PostgreSQL and one key folder.
beforeAll(async () => {
  database = await ownedDatabase(18);
  ports = { web: await freePort(), urn: await freePort(), issuer: await freePort(), worker: await freePort() };
  const whole = await startProduct({ example: true, port: ports.web, env: { DATABASE_URL: database.url } });
  home = dirname(whole.dataDir);
  await whole.stop();
  env = {
    DATABASE_URL: database.url,
    DANBAN_KEYS: join(home, 'keys'),
    DANBAN_ORIGIN: at('web'),
    DANBAN_URN_ORIGIN: at('urn'),
    DANBAN_ISSUER_ORIGIN: at('issuer'),
  };
  for (const part of parts) await begin(part);
  desk = await deskOf(running.web!, 'organizer');
  survey = await desk.surveyIn('open');
  browser = await launch();
}, 180_000);
afterAll(async () => {
  await browser?.close();
  for (const part of parts) await running[part]?.remove();
  await database?.remove();
});

async function visit(run: (page: Page, context: BrowserContext) => Promise<void>, options = {}): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, ...options });
  const visitor = await context.newPage();
  const refused: string[] = [];
  visitor.on(
    'console',
    (line) => line.type() === 'error' && !line.text().includes(' 422 ') && refused.push(line.text()),
  );
  try {
    await run(visitor, context);
    expect(refused).toEqual([]);
  } finally {
    await context.close();
  }
}

const press = (visitor: Page) => visitor.locator('form#form button[type=submit]').click();

test('with scripts, the page of one origin sends its answers to another, without cookie, right or referrer', () =>
  visit(async (visitor, context) => {
    const posts: Request[] = [];
    visitor.on('request', (request) => request.method() === 'POST' && posts.push(request));
    await visitor.goto(page());
    await answerAll(visitor);
    await press(visitor);
    await visitor.waitForURL(`${page()}/cam-on`);
    taken += 1;
    expect(posts.map((request) => request.url())).toEqual([api()]);
    const headers = await posts[0]!.allHeaders();
    for (const name of ['cookie', 'authorization', 'referer']) expect(headers).not.toHaveProperty(name);
    expect(await context.cookies()).toEqual([]);
  }));

test('without scripts, the form goes there too, comes back with what is missing, and ends where it began', () =>
  visit(
    async (visitor) => {
      const posts: Request[] = [];
      visitor.on('request', (request) => request.method() === 'POST' && posts.push(request));
      await visitor.goto(page());
      await visitor.locator('input[name="q1"]').first().check();
      await press(visitor);
      await visitor.waitForSelector('#errors:focus');
      const headers = await posts[0]!.allHeaders();
      for (const name of ['cookie', 'referer']) expect(headers).not.toHaveProperty(name);
      expect(new URL(visitor.url()).origin).toBe(at('urn'));
      expect(await visitor.locator('input[name="q1"]').first().isChecked()).toBe(true);
      // Its stylesheets came from there as well.
      expect(await visitor.evaluate('getComputedStyle(document.querySelector("#errors")).borderTopStyle')).toBe(
        'solid',
      );
      await answerAll(visitor);
      await press(visitor);
      // The fragment the form carries for its errors stays with it.
      await visitor.waitForURL(`${page()}/cam-on#errors`);
      taken += 1;
    },
    { javaScriptEnabled: false },
  ));

test('behind a list a credential is collected of one origin and the answer sent to another, by a page of a third', () =>
  visit(async (visitor, context) => {
    const listed = await listedIn(running.web!, 12, desk, database.url);
    const posts: Request[] = [];
    visitor.on('request', (request) => request.method() === 'POST' && posts.push(request));
    const answer = await visitor.goto(listed.links[0]!);
    expect(answer!.headers()['content-security-policy']).toContain(`connect-src 'self' ${at('urn')} ${at('issuer')};`);
    await collect(visitor);
    await answerAll(visitor, { force: true });
    await send(visitor);
    const way = `/api/s/${listed.slug}`;
    expect(posts.map((request) => request.url())).toEqual([
      `${at('issuer')}${way}/credentials`,
      `${at('urn')}${way}/submissions`,
    ]);
    for (const post of posts) {
      const headers = await post.allHeaders();
      for (const name of ['cookie', 'authorization', 'referer']) expect(headers).not.toHaveProperty(name);
    }
    expect(await context.cookies()).toEqual([]);
  }));

test('whoever reloads a form that came back is led to the page itself', async () => {
  const again = await fetch(`${at('urn')}/s/${slug()}?lang=en`, { redirect: 'manual' });
  expect([again.status, again.headers.get('location')]).toEqual([303, `${page()}?lang=en`]);
});

test('a part opens its own doors and no other', async () => {
  const json = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' };
  const asks: [string, RequestInit, Record<'web' | 'urn' | 'issuer', number>][] = [
    ['/api/health', {}, { web: 200, urn: 200, issuer: 200 }],
    [`/api/s/${slug()}`, {}, { web: 200, urn: 404, issuer: 404 }],
    [`/api/s/${slug()}/submissions`, json, { web: 404, urn: 422, issuer: 404 }],
    ['/api/published', {}, { web: 200, urn: 404, issuer: 404 }],
    ['/lam-viec/api/me', {}, { web: 401, urn: 404, issuer: 404 }],
    ['/lam-viec/dang-nhap', {}, { web: 200, urn: 404, issuer: 404 }],
    ['/_app/../lam-viec/api/me', {}, { web: 401, urn: 404, issuer: 404 }],
    ['/', {}, { web: 200, urn: 404, issuer: 404 }],
    ['/favicon.svg', {}, { web: 200, urn: 200, issuer: 404 }],
  ];
  for (const [path, init, expected] of asks) {
    const statuses = await Promise.all(
      (['web', 'urn', 'issuer'] as const).map(async (part) => [part, (await fetch(at(part) + path, init)).status]),
    );
    expect([path, Object.fromEntries(statuses)]).toEqual([path, expected]);
  }
  await expect(fetch(at('worker'))).rejects.toThrow();
  // A link nobody made is known to nobody, and only who collects looks for it.
  for (const part of ['web', 'urn', 'issuer'] as const) {
    const problem = await fetch(`${at(part)}/api/s/a-link-nobody-made/credentials`, json);
    const { code } = (await problem.json()) as { code: string };
    expect([part, code]).toEqual([part, part === 'issuer' ? 'unknown-link' : 'not-found']);
  }
});

test('a path that climbs out of the files of the pages leads to no other page', async () => {
  for (const path of ['/_app/../lam-viec/dang-nhap', '/_app/%2e%2e/lam-viec/api/me', '/_app/..\\lam-viec/api/me']) {
    const status = await new Promise((resolve, reject) => {
      request({ host: '127.0.0.1', port: ports.urn, path }, (answer) => resolve(answer.resume().statusCode))
        .on('error', reject)
        .end();
    });
    expect([400, 404]).toContain(status);
  }
});

const crossing = (headers: Headers): Record<string, string> =>
  Object.fromEntries([...headers].filter(([name]) => name.startsWith('access-control-') || name === 'vary'));

test('pages of that one origin may send, and read what comes back; nothing kept goes along, and nobody else may', async () => {
  const asked = (origin: string, path = api()) =>
    fetch(path, {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type' },
    });
  const allowed = await asked(at('web'));
  expect(allowed.status).toBe(204);
  expect(crossing(allowed.headers)).toEqual({
    'access-control-allow-origin': at('web'),
    'access-control-allow-methods': 'POST',
    'access-control-allow-headers': 'content-type',
    'access-control-max-age': '7200',
    vary: expect.stringMatching(/origin/i) as string,
  });
  const collecting = await asked(at('web'), `${at('issuer')}/api/s/${slug()}/credentials`);
  expect(crossing(collecting.headers)).toEqual(crossing(allowed.headers));
  for (const origin of ['https://evil.example', at('urn'), 'null'])
    expect((await asked(origin)).headers.get('access-control-allow-origin')).toBeNull();
  // A refusal is read as well: the page has to say what is wrong.
  const body = { method: 'POST', headers: { origin: at('web'), 'content-type': 'application/json' }, body: '{' };
  const refused = await fetch(api(), body);
  expect([refused.status, refused.headers.get('access-control-allow-origin')]).toEqual([400, at('web')]);
  expect(refused.headers.get('access-control-allow-credentials')).toBeNull();
  for (const path of [page(), `${at('web')}/api/s/${slug()}`, `${at('urn')}/api/health`])
    expect(crossing((await fetch(path, { headers: { origin: at('web') } })).headers)).not.toHaveProperty(
      'access-control-allow-origin',
    );
});

const sheet = (n: number) => ({
  nonce: randomBytes(18).toString('base64url'),
  answers: answersFor(survey.definition as Definition, repeatable(n), 0.6),
});

/** Whether it was acknowledged; a process that is going takes nothing more. */
async function sent(one: ReturnType<typeof sheet>): Promise<boolean> {
  const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(one) };
  return fetch(api(), init).then(
    (response) => response.status === 201,
    () => false,
  );
}

test('an urn that is asked to stop while people answer loses nothing; what it did not take is taken when it is back', async () => {
  const sheets = Array.from({ length: 300 }, (_, n) => sheet(n));
  const ended = running.urn!.ended();
  const answers: Promise<boolean>[] = [];
  for (const [n, one] of sheets.entries()) {
    answers.push(sent(one));
    if (n === 120) running.urn!.signal('SIGTERM');
    if (n % 10 === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  }
  const acknowledged = await Promise.all(answers);
  expect(await ended).toBe(0);
  expect(acknowledged).toContain(true);
  expect(acknowledged).toContain(false);
  await running.urn!.remove();
  await begin('urn');
  for (const [n, one] of sheets.entries()) if (!acknowledged[n]) expect(await sent(one)).toBe(true);
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from urn.staged where survey_id = ${survey.id} and sealed is not null`.execute(
    database.db,
  );
  expect(rows[0]!.n).toBeGreaterThanOrEqual(sheets.length);
  taken += sheets.length;
});

test('nothing due is done while the worker is away; it stops and comes back, and everybody is in the figures', async () => {
  expect(await running.worker!.stop()).toBe(0);
  expect((await desk.send('POST', `/surveys/${survey.id}/close`, {})).status).toBe(200);
  await new Promise((resolve) => setTimeout(resolve, 2_500));
  expect((await desk.survey(survey.id)).state).toBe('closing');
  await running.worker!.remove();
  await begin('worker');
  await expect.poll(async () => (await desk.survey(survey.id)).state, { timeout: 30_000 }).toBe('released');
  const published = await desk.send('PUT', `/surveys/${survey.id}/publication`, { published: true });
  const { resultsUrl } = (await published.json()) as SurveyView;
  const release = (await (await fetch(resultsUrl!.replace('/kq/', '/api/kq/'))).json()) as ReleasePage;
  expect(release.units[0]!.participation).toMatchObject({ kind: 'exact', respondents: byExample + taken });
});

test('a survey that is opened by one part takes answers in another', async () => {
  const where = { template: 'khao-sat-hai-long-phu-huynh', bodyId: survey.bodyId, unitId: survey.unitId };
  const draft = (await (await desk.send('POST', '/surveys', where)).json()) as SurveyView;
  const closesAt = new Date(Date.now() + 10 * 24 * 60 * 60 * 1000).toISOString();
  const opened = await desk.send('POST', `/surveys/${draft.id}/open`, { closesAt });
  expect(opened.status).toBe(200);
  survey = (await opened.json()) as SurveyView;
  expect(await sent(sheet(1))).toBe(true);
});

test('each part that is asked to stop leaves with 0', async () => {
  for (const part of parts) expect([part, await running[part]!.stop()]).toEqual([part, 0]);
});
