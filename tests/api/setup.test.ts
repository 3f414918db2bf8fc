import { createApp, createSetupLink } from '@danban/server';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { testHouse, type TestHouse } from '../support/house.ts';
import { onEachPostgres } from '../support/onEachPostgres.ts';
import { problemOf, root, setUp, tokenIn, visitor } from '../support/staff.ts';

const empty = (token: string) => ({
  choice: 'empty',
  token,
  organisation: { name: 'Trường THCS Bờ Hồ' },
  admin: root,
});

onEachPostgres((_, fresh) => {
  let place: TestHouse;
  beforeEach(async () => (place = await testHouse(await fresh())));
  afterEach(() => place.close());

  const console_ = async () => tokenIn(await createSetupLink(place.house));

  test('the console shows an address of this house; the token in it is stored nowhere', async () => {
    const link = await createSetupLink(place.house);
    expect(link).toMatch(/^http:\/\/localhost:3000\/lam-viec\/thiet-lap\?ma=[A-Za-z0-9_-]{43}$/);
    const rows = await place.house.db.selectFrom('sign_in_link').selectAll().execute();
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(tokenIn(link));
    expect(rows[0]?.token_hash.equals(Buffer.from(tokenIn(link), 'base64url'))).toBe(false);
  });

  test('an empty house: one unit, its administration as a body, one administrator who is signed in', async () => {
    const newcomer = visitor(place.app);
    expect(await (await newcomer.send('GET', '/setup')).json()).toEqual({ needed: true });
    const answer = await newcomer.send('POST', '/setup', empty(await console_()));
    expect(answer.status).toBe(200);
    const units = (await (await newcomer.send('GET', '/units')).json()) as { id: string }[];
    expect(units).toMatchObject([{ parentId: null, name: 'Trường THCS Bờ Hồ' }]);
    expect(await (await newcomer.send('GET', '/bodies')).json()).toMatchObject({
      items: [{ kind: 'administration', unitId: units[0]?.id, canOrganise: true }],
      more: false,
    });
    expect(await (await newcomer.send('GET', '/me')).json()).toMatchObject({
      name: root.name,
      grants: [{ role: 'admin', unitId: units[0]?.id, bodyId: null }],
    });
    expect(await (await newcomer.send('GET', '/setup')).json()).toEqual({ needed: false });
    const again = visitor(place.app);
    expect((await again.send('POST', '/sessions', { login: root.login, password: root.password })).status).toBe(200);
  });

  test('there is no default password and no way in without the link', async () => {
    const stranger = visitor(place.app);
    for (const token of ['', 'x', 'A'.repeat(43)]) {
      expect(await problemOf(await stranger.send('POST', '/setup', empty(token)))).toBe('link-used-or-expired');
    }
    expect(await problemOf(await stranger.send('POST', '/sessions', { login: 'admin', password: 'admin' }))).toBe(
      'wrong-credentials',
    );
  });

  test('of twenty who hold the link at once exactly one becomes administrator', async () => {
    const token = await console_();
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        visitor(place.app).send('POST', '/setup', { ...empty(token), admin: { ...root, login: `mai${i}` } }),
      ),
    );
    const codes = answers.map((answer) => answer.status).sort();
    expect(codes).toEqual([200, ...Array<number>(19).fill(409)]);
    const accounts = await place.house.db.selectFrom('account').selectAll().execute();
    expect(accounts).toHaveLength(1);
  });

  test('a new link voids the old one; after a day a link is void; after set-up there is none', async () => {
    const first = await console_();
    const second = await console_();
    const stranger = visitor(place.app);
    expect(await problemOf(await stranger.send('POST', '/setup', empty(first)))).toBe('link-used-or-expired');
    place.pass(25 * 3_600_000);
    expect(await problemOf(await stranger.send('POST', '/setup', empty(second)))).toBe('link-used-or-expired');
    const third = await console_();
    await setUp(place);
    expect(await createSetupLink(place.house)).toBeNull();
    expect(await problemOf(await stranger.send('POST', '/setup', empty(third)))).toBe('already-set-up');
  });

  test('a set-up link signs nobody in', async () => {
    const token = await console_();
    const stranger = visitor(place.app);
    expect(await problemOf(await stranger.send('POST', '/sessions/link', { token }))).toBe('link-used-or-expired');
    expect((await stranger.send('POST', '/setup', empty(token))).status).toBe(200);
  });

  test('a login that is not spelled so and a password anybody tries have codes of their own', async () => {
    const token = await console_();
    const body = { ...empty(token), admin: { ...root, login: 'Cô Lan' } };
    const issuesOf = async (sent: unknown) =>
      ((await (await visitor(place.app).send('POST', '/setup', sent)).json()) as { issues: unknown }).issues;
    expect(await issuesOf(body)).toEqual([{ path: 'admin.login', code: 'login-shape' }]);
    const weak = { ...empty(token), admin: { ...root, password: '12345678901' } };
    expect(await issuesOf(weak)).toEqual([{ path: 'admin.password', code: 'common-password' }]);
  });

  test('nothing is founded when the input is wrong, and the link still works', async () => {
    const token = await console_();
    const person = visitor(place.app);
    const wrong = [
      { ...empty(token), extra: 1 },
      { ...empty(token), admin: { ...root, role: 'admin' } },
      { ...empty(token), admin: { ...root, password: 'short' } },
      { ...empty(token), admin: { ...root, login: 'có dấu' } },
      { ...empty(token), organisation: { name: ' \u0000\u202E ' } },
      { ...empty(token), choice: 'both' },
    ];
    for (const body of wrong) {
      expect(await problemOf(await person.send('POST', '/setup', body))).toBe('invalid-input');
    }
    expect(await place.house.db.selectFrom('unit').selectAll().execute()).toEqual([]);
    expect((await person.send('POST', '/setup', empty(token))).status).toBe(200);
  });

  describe('the example', () => {
    test('where none is offered it is refused and the link still works', async () => {
      const token = await console_();
      const person = visitor(place.app);
      expect(await problemOf(await person.send('POST', '/setup', { choice: 'example', token }))).toBe('unavailable');
      expect((await person.send('POST', '/setup', empty(token))).status).toBe(200);
    });

    test('when building fails the link is given back; when it succeeds its administrator is signed in', async () => {
      let builds = 0;
      const house = {
        ...place.house,
        async buildExample() {
          builds += 1;
          if (builds === 1) throw new Error('interrupted');
          await setUp({ ...place, house: place.house });
          const account = await place.house.db.selectFrom('account').select('id').executeTakeFirstOrThrow();
          return { administratorId: account.id };
        },
      };
      const app = createApp(house);
      const token = await console_();
      const person = visitor(app);
      expect(await problemOf(await person.send('POST', '/setup', { choice: 'example', token }))).toBe('internal');
      const answer = await person.send('POST', '/setup', { choice: 'example', token });
      expect(await answer.json()).toMatchObject({ name: root.name });
      expect(await problemOf(await person.send('POST', '/setup', { choice: 'example', token }))).toBe('already-set-up');
      expect(builds).toBe(2);
    });
  });
});
