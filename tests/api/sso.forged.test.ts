import { createServer } from 'node:net';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import type { SsoSettings } from '@danban/server';
import { freshDatabase } from '../support/freshDatabase.ts';
import { testHouse, type TestHouse } from '../support/house.ts';
import { startProvider, type ProviderProcess } from '../support/sso/provider.ts';
import type { Order } from '../support/sso/orders.ts';
import { answeredIn, begin, beginToLink, comeBack, forged, type BegunWay } from '../support/sso/visits.ts';
import { invite, problemOf, setUp, signedIn, visitor, type Visitor } from '../support/staff.ts';

const minute = 60_000;
const email = 'lan@truong.edu.vn';
/** What an honest token says of her. */
const hers = { sub: 'lan', email, email_verified: true };

let provider: ProviderProcess;
let place: TestHouse;
let admin: Visitor;

beforeAll(async () => {
  provider = await startProvider('forging');
  place = await testHouse(await freshDatabase(), { sso: provider.settings });
  admin = await setUp(place);
  await invite(admin, { login: email, role: 'leader', unitId: 'goc' });
});
afterAll(async () => {
  await place.close();
  await provider.stop();
});
// Those who are slowed are slowed for a minute.
beforeEach(() => place.pass(2 * minute));
afterEach(() => place.house.db.deleteFrom('sso_link').execute());

const issuer = () => provider.settings.issuer;
const links = () => place.house.db.selectFrom('sso_link').selectAll().execute();

async function comeWith(order: Omit<Order, 'nonce'> & { nonce?: string }) {
  const browser = visitor(place.app);
  const way = await begin(browser);
  return { browser, way, answer: await comeBack(browser, way, forged(way, issuer(), order)) };
}

describe('a token', () => {
  test.each<[string, Omit<Order, 'nonce'> & { nonce?: string }]>([
    ['signed by another key', { claims: hers, signedBy: 'other' }],
    ['signed by nobody, and saying so', { claims: hers, signedBy: 'nobody' }],
    ['signed by the secret that both know', { claims: hers, signedBy: 'secret' }],
    ['of another issuer', { claims: { ...hers, iss: 'https://id.example' } }],
    ['for another client', { claims: { ...hers, aud: 'another' } }],
    ['for us and others that does not say whom it was given', { claims: { ...hers, aud: ['danban', 'another'] } }],
    ['given to another client', { claims: { ...hers, azp: 'another' } }],
    ['given to another client for us both', { claims: { ...hers, aud: ['danban', 'another'], azp: 'another' } }],
    ['that ended a minute ago', { claims: hers, expired: 60 }],
    ['that has not begun', { claims: { ...hers, nbf: Math.floor(Date.now() / 1000) + 600 } }],
    ['of another way there', { claims: hers, nonce: 'x'.repeat(43) }],
    ['without a nonce', { claims: { ...hers, nonce: null } }],
    ['that names nobody', { claims: { ...hers, sub: null } }],
    ['that names nobody with letters', { claims: { ...hers, sub: '' } }],
    ['that names somebody a database cannot hold', { claims: { ...hers, sub: 'lan\u0000' } }],
    ['that names somebody at length', { claims: { ...hers, sub: 'l'.repeat(256) } }],
    ['that names no text', { claims: { ...hers, sub: ['lan'] } }],
  ])('%s is refused', async (_what, order) => {
    const { browser, answer } = await comeWith(order);
    expect(await problemOf(answer)).toBe('sso-refused');
    expect(browser.token).toBeUndefined();
    expect(await links()).toEqual([]);
  });

  test.each([
    ['the provider tells another’s address when asked', { sub: 'mai', email, email_verified: true }, 'sso-unreachable'],
    ['it tells none', { sub: 'lan' }, 'sso-no-account'],
    ['it tells one that is no text', { sub: 'lan', email: [email], email_verified: true }, 'sso-no-account'],
  ])('without an address lets nobody in where %s', async (_what, userinfo, code) => {
    const { answer } = await comeWith({ claims: { sub: 'lan' }, userinfo });
    expect(await problemOf(answer)).toBe(code);
    expect(await links()).toEqual([]);
  });

  test('does not take the word of one place for an address of the other', async () => {
    const { answer } = await comeWith({
      claims: { sub: 'lan', email },
      userinfo: { sub: 'lan', email, email_verified: true },
    });
    expect(await problemOf(answer)).toBe('sso-email-unverified');
  });

  test('as it must be lets her in, also one that ended within the half minute by which clocks may differ', async () => {
    for (const order of [{ claims: hers }, { claims: hers, expired: 20 }]) {
      const { browser, answer } = await comeWith(order);
      expect((await answeredIn(answer)).next).toBe('place');
      expect((await browser.send('GET', '/me')).status).toBe(200);
    }
  });
});

describe('an answer', () => {
  const good = (way: BegunWay) => forged(way, issuer(), { claims: hers });

  test.each<[string, (way: BegunWay) => string]>([
    ['with another state', (way) => good({ ...way, state: 'x'.repeat(43) })],
    ['without a state', (way) => good(way).replace(/state=[^&]*&/, '')],
    ['with two states', (way) => `${good(way)}&state=${way.state}`],
    ['from another issuer', (way) => forged(way, 'https://id.example', { claims: hers })],
    ['that does not say from which issuer', (way) => good(way).replace(/&iss=.*/, '')],
    ['that brings a token of its own', (way) => `${good(way)}&id_token=x.y.z`],
    ['that is an error', (way) => `error=server_error&state=${way.state}&iss=${encodeURIComponent(issuer())}`],
    ['without a code', (way) => good(way).replace(/code=[^&]*&/, '')],
    ['of nothing', () => ''],
    ['with another address in it', (way) => `${good(way)}#/../?x=`],
  ])('%s is refused', async (_what, answer) => {
    const browser = visitor(place.app);
    const way = await begin(browser);
    expect(await problemOf(await comeBack(browser, way, answer(way)))).toBe('sso-refused');
    expect(browser.token).toBeUndefined();
  });

  test('counts once, for the browser that began, and for five minutes', async () => {
    const browser = visitor(place.app);
    const way = await begin(browser);
    const other = await begin(visitor(place.app));
    expect(await problemOf(await comeBack(browser, other, good(way)))).toBe('sso-refused');
    expect(await problemOf(await comeBack(browser, { cookie: 'danban_begun=' }, good(way)))).toBe('sso-refused');
    await answeredIn(await comeBack(browser, way, good(way)));
    expect(await problemOf(await comeBack(visitor(place.app), way, good(way)))).toBe('sso-refused');
    const late = await begin(browser);
    place.pass(6 * minute);
    expect(await problemOf(await comeBack(visitor(place.app), late, good(late)))).toBe('sso-refused');
  });

  test('sent twice at once lets one in', async () => {
    const way = await begin(visitor(place.app));
    const send = () => comeBack(visitor(place.app), way, good(way));
    const answers = await Promise.all([send(), send(), send()]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401, 401]);
  });

  test('begins a session of our own making, whatever the browser brought along', async () => {
    const browser = visitor(place.app);
    browser.token = 'x'.repeat(43);
    const way = await begin(browser);
    await answeredIn(await comeBack(browser, way, good(way)));
    expect(browser.token).not.toBe('x'.repeat(43));
  });

  test('leads to a page of ours by its name, and an address is no name', async () => {
    for (const where of [
      'https://evil.example',
      '//evil.example',
      '/lam-viec',
      'javascript:alert(1)',
      'a'.repeat(21),
    ]) {
      const answer = await visitor(place.app).send('POST', '/sso/begin', { place: where, anew: false });
      expect([where, await problemOf(answer)]).toEqual([where, 'invalid-input']);
    }
  });
});

test('a link that is removed while its person is on her way back lets her in no more', async () => {
  await comeWith({ claims: hers });
  const { db } = place.house;
  const waits = async () =>
    (await sql`select from pg_locks where not granted and locktype in ('transactionid', 'tuple')`.execute(db)).rows
      .length;
  const late = await db.transaction().execute(async (trx) => {
    await trx.selectFrom('account').select('id').where('login', '=', email).forUpdate().execute();
    const coming = comeWith({ claims: hers });
    await vi.waitUntil(waits, { timeout: 10_000 });
    await trx.deleteFrom('sso_link').execute();
    return { coming };
  });
  expect(await problemOf((await late.coming).answer)).toBe('sso-no-account');
});

test('three hundred false answers a minute are heard, whoever sends them, and true ones do not count', async () => {
  const wrong = async () => problemOf((await comeWith({ claims: hers, signedBy: 'other' })).answer);
  for (let tries = 0; tries < 300; tries += 1) expect(await wrong()).toBe('sso-refused');
  expect(await wrong()).toBe('too-many-attempts');
  place.pass(2 * minute);
  await answeredIn((await comeWith({ claims: hers })).answer);
});

test('what she is shown before she links goes with her yes', async () => {
  const person = await signedIn(place.app, admin, { login: 'mai', role: 'leader', unitId: 'goc' });
  const way = await beginToLink(person);
  await comeBack(person, way, forged(way, issuer(), { claims: { ...hers, sub: 'mai' } }));
  const kept = async () => JSON.stringify(await place.house.db.selectFrom('ceremony').select('kept').execute());
  expect(await kept()).toContain(email);
  expect((await person.send('POST', '/me/sso')).status).toBe(204);
  expect(await kept()).not.toContain(email);
});

test('neither secret nor token nor address reaches the log, and nothing is kept of a way that has ended', async () => {
  place.logged.length = 0;
  await comeWith({ claims: hers, signedBy: 'other' });
  await comeWith({ claims: hers });
  expect(place.logged.length).toBeGreaterThan(0);
  for (const mark of [email, 'lan', provider.settings.clientSecret, 'eyJ'])
    expect(place.logged.join('\n')).not.toContain(mark);
  const kept = await place.house.db.selectFrom('ceremony').select('kept').execute();
  expect(JSON.stringify(kept)).not.toContain(email);
  expect(await links()).toMatchObject([{ issuer: issuer(), subject: 'lan' }]);
});

describe('a provider', () => {
  async function houseWith(sso: Partial<SsoSettings>): Promise<TestHouse> {
    const house = await testHouse(await freshDatabase(), { sso: { ...provider.settings, ...sso } });
    onTestFinished(() => house.close());
    return house;
  }
  const beginAt = (house: TestHouse) => visitor(house.app).send('POST', '/sso/begin', { place: null, anew: false });

  test.each([
    ['that is away', () => 'http://127.0.0.1:9'],
    ['that calls itself otherwise', () => `${issuer()}/otherwise`],
    ['that describes nothing', () => `${issuer()}/nothing`],
  ])('%s stops no start, and is told in a sentence', async (_what, where) => {
    const house = await houseWith({ issuer: where() });
    expect(await problemOf(await beginAt(house))).toBe('sso-unreachable');
    expect(house.logged.join()).toContain('sso-unreachable');
  });

  test('that was away is asked again after seconds, and one that goes away later goes by what it said', async () => {
    const port = await new Promise<number>((found) => {
      const server = createServer().listen(0, '127.0.0.1', () => {
        const { port } = server.address() as { port: number };
        server.close(() => found(port));
      });
    });
    const house = await houseWith({ issuer: `http://127.0.0.1:${port}` });
    expect(await problemOf(await beginAt(house))).toBe('sso-unreachable');
    const late = await startProvider('forging', undefined, port);
    onTestFinished(() => late.stop());
    expect(await problemOf(await beginAt(house))).toBe('sso-unreachable');
    house.pass(5_000);
    expect((await beginAt(house)).status).toBe(200);
    await late.stop();
    house.pass(61 * minute);
    expect((await beginAt(house)).status).toBe(200);
  });

  test('that goes away in between, or does not know us, lets nobody in', async () => {
    const { answer } = await comeWith({ claims: hers, tokenStatus: 401 });
    expect(await problemOf(answer)).toBe('sso-unreachable');
    const broken = await comeWith({ claims: hers, tokenStatus: 500 });
    expect(await problemOf(broken.answer)).toBe('sso-unreachable');
  });

  test('nobody has named is offered nowhere, and its routes say so', async () => {
    const house = await testHouse(await freshDatabase());
    onTestFinished(() => house.close());
    expect(await (await visitor(house.app).send('GET', '/sso')).json()).toEqual({ name: null });
    expect(await problemOf(await beginAt(house))).toBe('sso-off');
    expect(await problemOf(await visitor(house.app).send('POST', '/sso/answer', { answer: 'code=x' }))).toBe(
      'sso-refused',
    );
  });
});
