import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PasskeysView } from '@danban/contract';
import { createSignInLink } from '@danban/server';
import { authenticator, type Twist } from '../support/authenticator.ts';
import { testHouse, origin, type TestHouse } from '../support/house.ts';
import { onEachPostgres } from '../support/onEachPostgres.ts';
import { problemOf, setUp, signedIn, tokenIn, visitor, type Visitor } from '../support/staff.ts';

const minute = 60_000;
type Key = ReturnType<typeof authenticator>;
type ToAdd = Parameters<Key['create']>[0];

onEachPostgres((_, fresh) => {
  let place: TestHouse;
  let admin: Visitor;
  let count = 0;

  beforeAll(async () => {
    place = await testHouse(await fresh());
    admin = await setUp(place);
  });
  afterAll(() => place.close());

  const someone = () => signedIn(place.app, admin, { login: `nguoi.${(count += 1)}`, role: 'leader', unitId: 'goc' });
  const optionsToAdd = async (person: Visitor) =>
    (await (await person.send('POST', '/me/passkeys/options')).json()) as ToAdd;
  const add = (person: Visitor, response: object, name = 'Máy ở trường') =>
    person.send('POST', '/me/passkeys', { name, response });
  const list = async (person: Visitor) =>
    ((await (await person.send('GET', '/me/passkeys')).json()) as PasskeysView).passkeys;

  async function withKey() {
    const person = await someone();
    const key = authenticator(origin);
    expect((await add(person, key.create(await optionsToAdd(person)))).status).toBe(204);
    return { person, key };
  }

  /** Begins in a browser; what ends it is sent from the same one, unless told otherwise. */
  async function begun() {
    const browser = visitor(place.app);
    const answer = await browser.send('POST', '/sessions/passkey/options');
    const cookie = /danban_begun=[^;]*/.exec(answer.headers.get('set-cookie') ?? '')![0];
    return { browser, cookie, options: (await answer.json()) as { challenge: string } };
  }
  const use = (browser: Visitor, cookie: string, response: object) =>
    browser.send('POST', '/sessions/passkey', { response }, { cookie });

  async function signIn(key: Key, twist: Twist = {}) {
    const { browser, cookie, options } = await begun();
    return { browser, answer: await use(browser, cookie, key.get(options, twist)) };
  }

  test('a key is added, named anew, lets in without anything else, and is removed', async () => {
    const { person, key } = await withKey();
    expect((await list(person)).map(({ name }) => name)).toEqual(['Máy ở trường']);
    expect((await person.send('PUT', `/me/passkeys/${key.id}`, { name: 'Điện thoại' })).status).toBe(204);
    const { browser, answer } = await signIn(key);
    expect(answer.status).toBe(200);
    expect(((await (await browser.send('GET', '/me')).json()) as { id: string }).id).toBe(person.id);
    expect((await person.send('DELETE', `/me/passkeys/${key.id}`)).status).toBe(204);
    expect(await problemOf((await signIn(key)).answer)).toBe('passkey-refused');
  });

  test.each<[string, Twist]>([
    ['another origin', { origin: 'https://danban.evil.example' }],
    ['another relying party', { rpId: 'evil.example' }],
    ['a key that was not unlocked', { verified: false }],
    ['another challenge', { challenge: Buffer.alloc(32).toString('base64url') }],
    ['the words of the other ceremony', { type: 'webauthn.create' }],
  ])('%s is refused, at adding and at signing in', async (_what, twist) => {
    const { key } = await withKey();
    expect(await problemOf((await signIn(key, twist)).answer)).toBe('passkey-refused');
    const person = await someone();
    const other = { ...twist, ...(twist.type ? { type: 'webauthn.get' } : {}) };
    const made = authenticator(origin).create(await optionsToAdd(person), other);
    expect(await problemOf(await add(person, made))).toBe('passkey-refused');
    expect(await list(person)).toEqual([]);
  });

  test('a challenge counts once, for the browser it was given to, and for five minutes', async () => {
    const { key } = await withKey();
    const { browser, cookie, options } = await begun();
    const response = key.get(options);
    const stranger = await begun();
    expect(await problemOf(await use(stranger.browser, stranger.cookie, response))).toBe('passkey-refused');
    expect((await use(browser, cookie, response)).status).toBe(200);
    expect(await problemOf(await use(visitor(place.app), cookie, response))).toBe('passkey-refused');
    const late = await begun();
    place.pass(6 * minute);
    expect(await problemOf(await use(late.browser, late.cookie, key.get(late.options)))).toBe('passkey-refused');
  });

  test('a challenge to add a key is bound to the session that asked', async () => {
    const [one, other] = [await someone(), await someone()];
    const made = authenticator(origin).create(await optionsToAdd(one));
    expect(await problemOf(await add(other, made))).toBe('passkey-refused');
    expect((await add(one, made)).status).toBe(204);
    expect(await problemOf(await add(one, made))).toBe('passkey-refused');
  });

  test('a copied key, whose counter does not move on, is refused; so is a key that names somebody else', async () => {
    const { key } = await withKey();
    expect((await signIn(key, { counter: 7 })).answer.status).toBe(200);
    for (const counter of [7, 6, 0])
      expect(await problemOf((await signIn(key, { counter })).answer)).toBe('passkey-refused');
    expect((await signIn(key, { counter: 8 })).answer.status).toBe(200);
    const userHandle = Buffer.alloc(16).toString('base64url');
    expect(await problemOf((await signIn(key, { counter: 9, userHandle })).answer)).toBe('passkey-refused');
  });

  test('nobody names or removes somebody else’s key, or adds and removes one long after signing in', async () => {
    const { person, key } = await withKey();
    const other = await someone();
    expect(await problemOf(await other.send('PUT', `/me/passkeys/${key.id}`, { name: 'x' }))).toBe('not-found');
    expect(await problemOf(await other.send('DELETE', `/me/passkeys/${key.id}`))).toBe('not-found');
    place.pass(11 * minute);
    expect(await problemOf(await person.send('POST', '/me/passkeys/options'))).toBe('sign-in-too-old');
    expect(await problemOf(await person.send('DELETE', `/me/passkeys/${key.id}`))).toBe('sign-in-too-old');
  });

  test('an account has twenty keys at most, also when two of its sessions add the last one', async () => {
    const { person, key } = await withKey();
    const { browser } = await signIn(key);
    const another = async (by: Visitor) => authenticator(origin).create(await optionsToAdd(by));
    for (let there = 1; there < 19; there += 1) expect((await add(person, await another(person))).status).toBe(204);
    const [one, other] = [await another(person), await another(browser)];
    const answers = await Promise.all([add(person, one), add(browser, other)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
    expect(await problemOf(await person.send('POST', '/me/passkeys/options'))).toBe('too-many-passkeys');
    expect(await list(person)).toHaveLength(20);
  });

  test('the eleventh wrong try at a key is not heard for a quarter of an hour, and other keys are', async () => {
    const [{ key }, other] = [await withKey(), await withKey()];
    for (let tries = 0; tries < 10; tries += 1)
      expect(await problemOf((await signIn(key, { verified: false })).answer)).toBe('passkey-refused');
    expect(await problemOf((await signIn(key)).answer)).toBe('too-many-attempts');
    expect((await signIn(other.key)).answer.status).toBe(200);
    place.pass(16 * minute);
    expect((await signIn(key)).answer.status).toBe(200);
  });

  test('challenges nobody came back with are forgotten by those after them', async () => {
    for (let count = 0; count < 5; count += 1) await begun();
    place.pass(6 * minute);
    await begun();
    expect(await place.house.db.selectFrom('ceremony').select('kind').execute()).toHaveLength(1);
  });

  test('where administrators must have a second factor, the key is one: a password or a link alone lets nobody in', async () => {
    const login = { login: 'mai.quantri', password: 'mot cau that dai de nho' };
    const boss = visitor(place.app);
    expect((await boss.send('POST', '/sessions', login)).status).toBe(200);
    const key = authenticator(origin);
    expect((await add(boss, key.create(await optionsToAdd(boss)))).status).toBe(204);
    expect((await boss.send('POST', '/sessions', login)).status).toBe(200);
    expect((await boss.send('PUT', '/rules', { adminsNeedSecondFactor: true })).status).toBe(200);

    const { id } = (await (await boss.send('GET', '/me')).json()) as { id: string };
    const token = tokenIn(await createSignInLink(place.house, id));
    for (const [path, input] of [
      ['/sessions', login],
      ['/sessions/link', { token }],
    ] as const) {
      const browser = visitor(place.app);
      expect(await problemOf(await browser.send('POST', path, input))).toBe('passkey-needed');
      expect((await browser.send('GET', '/me')).status).toBe(401);
    }
    const { browser, answer } = await signIn(key);
    expect(answer.status).toBe(200);
    expect((await browser.send('GET', '/accounts')).status).toBe(200);
    expect(await problemOf(await browser.send('DELETE', `/me/passkeys/${key.id}`))).toBe('last-second-factor');
    expect((await browser.send('PUT', '/rules', { adminsNeedSecondFactor: false })).status).toBe(200);
    expect((await visitor(place.app).send('POST', '/sessions', login)).status).toBe(200);
  });

  test('who is deactivated does not come in by her key', async () => {
    const { person, key } = await withKey();
    const again = await admin.send('POST', '/sessions', { login: 'mai.quantri', password: 'mot cau that dai de nho' });
    expect(again.status).toBe(200);
    expect((await admin.send('DELETE', `/accounts/${person.id}`)).status).toBe(204);
    expect(await problemOf((await signIn(key)).answer)).toBe('passkey-refused');
  });
});
