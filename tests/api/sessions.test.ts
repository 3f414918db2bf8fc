import type { SessionView } from '@danban/contract';
import { createApp, createSignInLink } from '@danban/server';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { testHouse, type TestHouse } from '../support/house.ts';
import { onEachPostgres } from '../support/onEachPostgres.ts';
import { invite, problemOf, root, setUp, signedIn, tokenIn, visitor, type Visitor } from '../support/staff.ts';

const minute = 60_000;
const hour = 60 * minute;

onEachPostgres((_, fresh) => {
  let place: TestHouse;
  let admin: Visitor;
  let count = 0;

  beforeAll(async () => {
    place = await testHouse(await fresh());
    admin = await setUp(place);
  });
  afterAll(() => place.close());
  // The clock moves in these tests; the administrator stays signed in for all of them.
  beforeEach(async () => {
    const answer = await admin.send('POST', '/sessions', { login: root.login, password: root.password });
    expect(answer.status).toBe(200);
  });

  const newcomer = () => ({ login: `nguoi${(count += 1)}`, role: 'leader', unitId: 'goc' });
  const me = (person: Visitor) => person.send('GET', '/me');
  const ownSessions = async (person: Visitor) =>
    (await (await person.send('GET', '/me/sessions')).json()) as SessionView[];
  const signIn = (person: Visitor, login: string, password: string) =>
    person.send('POST', '/sessions', { login, password });

  /** An account that has chosen its password. */
  async function withPassword(password = 'chín chữ cái liền nhau') {
    const wanted = newcomer();
    const person = await signedIn(place.app, admin, wanted);
    expect((await person.send('POST', '/me/password', { password })).status).toBe(200);
    return { ...wanted, password, person };
  }

  describe('the cookie', () => {
    test('is out of reach for scripts, other sites and respondents’ pages', async () => {
      const answer = await signIn(visitor(place.app), root.login, root.password);
      expect(answer.headers.get('set-cookie')).toMatch(
        /^danban_session=[A-Za-z0-9_-]{43}; Path=\/lam-viec; HttpOnly; SameSite=Lax$/,
      );
    });

    test('is sent over TLS only where the house is reached by TLS', async () => {
      const origin = 'https://danban.example.vn';
      const person = visitor(createApp({ ...place.house, origin }));
      const body = { login: root.login, password: root.password };
      const answer = await person.send('POST', '/sessions', body, { origin });
      expect(answer.headers.get('set-cookie')).toMatch(/; Secure/);
    });

    test('a token brought along is never adopted, and the session it belonged to is over', async () => {
      const attacker = await signedIn(place.app, admin, newcomer());
      const planted = attacker.token;
      const victim = visitor(place.app);
      victim.token = planted;
      await signIn(victim, root.login, root.password);
      expect(victim.token).not.toBe(planted);
      expect(await problemOf(await me(attacker))).toBe('sign-in-required');

      const invented = visitor(place.app);
      invented.token = 'A'.repeat(43);
      await signIn(invented, root.login, root.password);
      expect(invented.token).not.toBe('A'.repeat(43));
      invented.token = 'A'.repeat(43);
      expect(await problemOf(await me(invented))).toBe('sign-in-required');
    });

    test.each(['', 'x', 'A'.repeat(5000), "' or 1=1 --", '%00'])('"%s" is no session', async (token) => {
      const stranger = visitor(place.app);
      stranger.token = token;
      expect(await problemOf(await me(stranger))).toBe('sign-in-required');
    });
  });

  describe('the password', () => {
    test('a wrong one and an unknown login are told apart by nobody', async () => {
      const wrong = await signIn(visitor(place.app), root.login, 'wrong');
      const unknown = await signIn(visitor(place.app), 'nobody', 'wrong');
      expect(wrong.status).toBe(401);
      expect(await unknown.text()).toBe(await wrong.text());
      expect([...unknown.headers]).toEqual([...wrong.headers]);
    });

    test('an unknown login costs the server the same work', async () => {
      const timeOf = async (login: string) => {
        const begin = performance.now();
        await signIn(visitor(place.app), login, 'wrong');
        return performance.now() - begin;
      };
      const best = async (login: string) =>
        Math.min(...[await timeOf(login), await timeOf(login), await timeOf(login)]);
      expect(await best('someone.else')).toBeGreaterThan((await best(root.login)) / 3);
    });

    test('capitals and blanks around the login do not matter, in the password they do', async () => {
      expect((await signIn(visitor(place.app), ` ${root.login.toUpperCase()} `, root.password)).status).toBe(200);
      expect((await signIn(visitor(place.app), root.login, ` ${root.password}`)).status).toBe(401);
    });

    test('an account without a password has no right password', async () => {
      const { login } = newcomer();
      await invite(admin, { login, role: 'leader', unitId: 'goc' });
      expect((await signIn(visitor(place.app), login, '')).status).toBe(401);
    });

    test('neither it nor any token stands in a table or in the log', async () => {
      const { person, password } = await withPassword('không ai đọc được câu này');
      const { token } = await invite(admin, newcomer());
      const { rows } = await sql<{ dump: string }>`
        select jsonb_agg(to_jsonb(account))::text || (select jsonb_agg(to_jsonb(session))::text from session)
          || (select jsonb_agg(to_jsonb(sign_in_link))::text from sign_in_link) as dump from account`.execute(
        place.house.db,
      );
      const seen = `${rows[0]?.dump} ${place.logged.join(' ')}`;
      expect(seen).toContain('$argon2id$v=19$');
      for (const secret of [password, person.token ?? '', token]) {
        expect(seen).not.toContain(secret);
        expect(seen).not.toContain(Buffer.from(secret, 'base64url').toString('hex'));
        expect(seen).not.toContain(Buffer.from(secret).toString('hex'));
      }
    });

    test('is changed only by who knows it, and every other session ends', async () => {
      const { login, password, person } = await withPassword();
      const elsewhere = visitor(place.app);
      await signIn(elsewhere, login, password);
      const next = 'một câu mới dài hơn';
      for (const body of [{ password: next }, { password: next, current: 'wrong' }]) {
        expect(await problemOf(await elsewhere.send('POST', '/me/password', body))).toBe('wrong-credentials');
      }
      const changed = await elsewhere.send('POST', '/me/password', { password: next, current: password });
      expect(changed.status).toBe(200);
      expect((await me(elsewhere)).status).toBe(200);
      expect((await me(person)).status).toBe(401);
      expect((await signIn(visitor(place.app), login, password)).status).toBe(401);
      expect((await signIn(visitor(place.app), login, next)).status).toBe(200);
    });

    test('a set-password link sets it once: afterwards the current one is asked for', async () => {
      const { person, password } = await withPassword();
      const body = { password: 'một câu khác nữa nhé' };
      expect(await problemOf(await person.send('POST', '/me/password', body))).toBe('wrong-credentials');
      expect((await person.send('POST', '/me/password', { ...body, current: password })).status).toBe(200);
    });

    test('a sign-in link does not let a password be set over an old one', async () => {
      const { id } = (await (await me((await withPassword()).person)).json()) as { id: string };
      const person = visitor(place.app);
      const token = tokenIn(await createSignInLink(place.house, id));
      await person.send('POST', '/sessions/link', { token });
      const answer = await person.send('POST', '/me/password', { password: 'chiếm lấy tài khoản' });
      expect(await problemOf(answer)).toBe('wrong-credentials');
    });
  });

  describe('guessing', () => {
    test('the eleventh wrong password is not heard, not even the right one after it', async () => {
      const { login, password } = await withPassword();
      const guesser = visitor(place.app);
      for (let i = 0; i < 10; i++) expect((await signIn(guesser, login, `guess ${i}`)).status).toBe(401);
      expect(await problemOf(await signIn(guesser, login, password))).toBe('too-many-attempts');
      expect((await signIn(visitor(place.app), root.login, root.password)).status).toBe(200);
      place.pass(15 * minute);
      expect((await signIn(guesser, login, password)).status).toBe(200);
    });

    test('twenty guesses side by side count like twenty in a row', async () => {
      const { login } = await withPassword();
      const answers = await Promise.all(
        Array.from({ length: 20 }, (_, i) => signIn(visitor(place.app), login, `guess ${i}`)),
      );
      const refused = answers.filter((answer) => answer.status === 429);
      expect(refused).toHaveLength(10);
    });

    test('a locked login still opens by a one-time link', async () => {
      const { login, person } = await withPassword();
      const { id } = (await (await me(person)).json()) as { id: string };
      for (let i = 0; i < 11; i++) await signIn(visitor(place.app), login, 'guess');
      const token = tokenIn(await createSignInLink(place.house, id));
      expect((await visitor(place.app).send('POST', '/sessions/link', { token })).status).toBe(200);
    });
  });

  describe('the one-time link', () => {
    test('of twenty who use it at once exactly one comes in', async () => {
      const { token } = await invite(admin, newcomer());
      const answers = await Promise.all(
        Array.from({ length: 20 }, () => visitor(place.app).send('POST', '/sessions/link', { token })),
      );
      expect(answers.map((answer) => answer.status).sort()).toEqual([200, ...Array<number>(19).fill(410)]);
    });

    test('looking at it changes nothing', async () => {
      const { token } = await invite(admin, newcomer());
      for (const path of [`/sessions/link?ma=${token}`, `/sessions/link?token=${token}`, `/me?ma=${token}`]) {
        for (const method of ['GET', 'HEAD']) {
          const answer = await visitor(place.app).send(method, path);
          expect(answer.ok).toBe(false);
          expect(answer.headers.get('set-cookie')).toBeNull();
        }
      }
      expect((await visitor(place.app).send('POST', '/sessions/link', { token })).status).toBe(200);
    });

    test('tells the login that goes with it, as long as a password can be chosen by it, and is not used up', async () => {
      const who = newcomer();
      const { id, token } = await invite(admin, who);
      const ask = (token: string) => visitor(place.app).send('POST', '/sessions/link/login', { token });
      expect(await (await ask(token)).json()).toEqual({ login: who.login });
      const signInLink = tokenIn(await createSignInLink(place.house, id));
      expect((await visitor(place.app).send('POST', '/sessions/link', { token })).status).toBe(200);
      for (const gone of [token, signInLink, 'x'.repeat(43), '']) {
        const answer = await ask(gone);
        expect([answer.status, await problemOf(answer)]).toEqual([410, 'link-used-or-expired']);
      }
    });

    test('lets nobody choose a password that anybody would try first, and another try goes on', async () => {
      const who = newcomer();
      const { token } = await invite(admin, who);
      const person = visitor(place.app);
      await person.send('POST', '/sessions/link', { token });
      const answer = await person.send('POST', '/me/password', { password: '12345678901' });
      const refused = { code: 'invalid-input', issues: [{ path: 'password', code: 'common-password' }] };
      expect(await answer.json()).toMatchObject(refused);
      expect((await person.send('POST', '/me/password', { password: 'một câu dài của tôi' })).status).toBe(200);
    });

    test('ends after three days', async () => {
      const { token } = await invite(admin, newcomer());
      place.pass(72 * hour);
      const answer = await visitor(place.app).send('POST', '/sessions/link', { token });
      expect(await problemOf(answer)).toBe('link-used-or-expired');
    });

    test('a newer one voids it, and so does choosing a password', async () => {
      const first = await invite(admin, newcomer());
      const answer = await admin.send('POST', `/accounts/${first.id}/link`, { purpose: 'set-password' });
      const second = tokenIn(((await answer.json()) as { link: string }).link);
      const person = visitor(place.app);
      expect((await person.send('POST', '/sessions/link', { token: first.token })).status).toBe(410);
      expect((await person.send('POST', '/sessions/link', { token: second })).status).toBe(200);
      const third = tokenIn(await createSignInLink(place.house, first.id));
      await person.send('POST', '/me/password', { password: 'một câu dài của tôi' });
      expect((await person.send('POST', '/sessions/link', { token: third })).status).toBe(410);
    });
  });

  describe('the session', () => {
    test('ends after twelve hours without use, and lasts a day of work', async () => {
      const busy = await signedIn(place.app, admin, newcomer());
      const idle = await signedIn(place.app, admin, newcomer());
      for (let i = 0; i < 13; i++) {
        place.pass(hour);
        expect((await me(busy)).status).toBe(200);
      }
      expect((await me(idle)).status).toBe(401);
      place.pass(12 * hour);
      expect((await me(busy)).status).toBe(401);
    });

    test('reading pages is not a write each time', async () => {
      const person = await signedIn(place.app, admin, newcomer());
      const ends = () =>
        place.house.db.selectFrom('session').select('expires_at').where('account_id', '=', person.id).execute();
      const before = await ends();
      place.pass(29 * minute);
      await me(person);
      expect(await ends()).toEqual(before);
      place.pass(minute);
      await me(person);
      expect(await ends()).not.toEqual(before);
    });

    test('signing out ends it on the server, twice is no error, and other sessions stay', async () => {
      const { login, password, person } = await withPassword();
      const other = visitor(place.app);
      await signIn(other, login, password);
      const token = person.token;
      expect((await person.send('DELETE', '/sessions')).status).toBe(204);
      expect(person.token).toBeUndefined();
      expect((await person.send('DELETE', '/sessions')).status).toBe(204);
      person.token = token;
      expect((await me(person)).status).toBe(401);
      expect((await me(other)).status).toBe(200);
    });

    test('signing out everywhere else ends every other session of hers, and nobody else’s', async () => {
      const { login, password, person } = await withPassword();
      const other = visitor(place.app);
      await signIn(other, login, password);
      expect((await other.send('DELETE', '/me/sessions')).status).toBe(204);
      expect((await me(person)).status).toBe(401);
      expect((await me(other)).status).toBe(200);
      expect((await me(admin)).status).toBe(200);
    });

    test('her own are listed with the kind of device and since when, the one in use among them', async () => {
      const { login, password, person } = await withPassword();
      place.pass(hour);
      const phone = visitor(place.app);
      const agent = 'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/144.0 Mobile Safari/537.36';
      await phone.send('POST', '/sessions', { login, password }, { 'user-agent': agent });
      const seen = await ownSessions(person);
      expect(seen.map(({ browser, system, here }) => [browser, system, here])).toEqual([
        ['chrome', 'android', false],
        ['other', 'other', true],
      ]);
      expect(Date.parse(seen[0]!.startedAt) - Date.parse(seen[1]!.startedAt)).toBe(hour);
      expect(seen.every((one) => one.usedAt >= one.startedAt)).toBe(true);
      const { rows } = await sql<{
        dump: string;
      }>`select jsonb_agg(to_jsonb(session))::text as dump from session`.execute(place.house.db);
      expect(rows[0]!.dump).not.toMatch(/Mozilla|Android 14|AppleWebKit/);
    });

    test('one of the others is ended by itself; the one in use, and other people’s, are not', async () => {
      const { login, password, person } = await withPassword();
      const [other, third] = [visitor(place.app), visitor(place.app)];
      for (const one of [other, third]) await signIn(one, login, password);
      const here = async (by: Visitor) => (await ownSessions(by)).find((one) => one.here)!.id;
      expect((await person.send('DELETE', `/me/sessions/${await here(other)}`)).status).toBe(204);
      expect([(await me(other)).status, (await me(third)).status]).toEqual([401, 200]);
      for (const id of [await here(person), await here(admin), 'x']) {
        expect(await problemOf(await person.send('DELETE', `/me/sessions/${id}`))).toBe('not-found');
      }
      expect([(await me(person)).status, (await me(admin)).status]).toEqual([200, 200]);
    });

    test('expired sessions and links are deleted, not kept', async () => {
      await signedIn(place.app, admin, newcomer());
      await invite(admin, newcomer());
      place.pass(73 * hour);
      await signIn(admin, root.login, root.password);
      const sessions = await place.house.db.selectFrom('session').selectAll().execute();
      const links = await place.house.db.selectFrom('sign_in_link').selectAll().execute();
      expect([sessions.length, links.length]).toEqual([1, 0]);
    });
  });

  describe('bad input', () => {
    const right = { login: root.login, password: root.password };
    test.each([
      ['a foreign origin', right, { origin: 'https://evil.example' }, 'foreign-origin'],
      ['an opaque origin', right, { origin: 'null' }, 'foreign-origin'],
      ['our name as the start of another', right, { origin: 'http://localhost:3000.evil.example' }, 'foreign-origin'],
      [
        'a form',
        'login=a&password=b',
        { 'content-type': 'application/x-www-form-urlencoded' },
        'unsupported-media-type',
      ],
      ['text that is JSON inside', JSON.stringify(right), { 'content-type': 'text/plain' }, 'unsupported-media-type'],
      ['broken JSON', '{"login":', {}, 'malformed-json'],
      ['nothing', '', {}, 'malformed-json'],
      ['an unknown key', { ...right, admin: true }, {}, 'invalid-input'],
      ['wrong types', { login: ['x'], password: { $ne: '' } }, {}, 'invalid-input'],
      ['no object', [right], {}, 'invalid-input'],
      ['an endless password', { ...right, password: 'x'.repeat(1001) }, {}, 'invalid-input'],
      ['five megabytes', { ...right, password: 'x'.repeat(5 << 20) }, {}, 'too-large'],
      ['a prototype', '{"__proto__":{"x":1},"login":"a","password":"b"}', {}, 'invalid-input'],
    ])('%s is refused with a code', async (_what, body, headers, code) => {
      const answer = await visitor(place.app).send('POST', '/sessions', body, headers);
      expect(await problemOf(answer)).toBe(code);
      expect(answer.headers.get('set-cookie')).toBeNull();
    });

    test('a post without an origin is refused', async () => {
      const answer = await place.app.request('/lam-viec/api/sessions', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(right),
      });
      expect(await problemOf(answer)).toBe('foreign-origin');
    });

    test('a foreign page signs nobody out', async () => {
      const answer = await admin.send('DELETE', '/me/sessions', undefined, { origin: 'https://evil.example' });
      expect(await problemOf(answer)).toBe('foreign-origin');
      expect((await me(admin)).status).toBe(200);
    });

    test('a login with a null character or half an emoji is just a wrong one', async () => {
      for (const login of ['a\u0000b', '\uD83D', 'İ', '%', '_'.repeat(200)]) {
        expect(await problemOf(await signIn(visitor(place.app), login, 'x'))).toBe('wrong-credentials');
      }
    });
  });
});
