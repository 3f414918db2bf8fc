import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { AccountFactorsView, FactorsView, PhoneSetUpView } from '@danban/contract';
import { createSignInLink } from '@danban/server';
import { actsAfter, lastAct } from '../support/audit.ts';
import { testHouse, type TestHouse } from '../support/house.ts';
import { onEachPostgres } from '../support/onEachPostgres.ts';
import { addGrant, problemOf, root, setUp, signedIn, tokenIn, visitor, type Visitor } from '../support/staff.ts';
import { codeFor, secretOf } from '../support/totp.ts';

const minute = 60_000;
const half = 30_000;
const password = 'mot cau that dai de nho';

onEachPostgres((_, fresh) => {
  let place: TestHouse;
  let admin: Visitor;
  let count = 0;

  beforeAll(async () => {
    place = await testHouse(await fresh());
    admin = await setUp(place);
  });
  afterAll(() => place.close());
  beforeEach(async () => {
    place.pass(20 * minute);
    expect((await admin.send('POST', '/sessions', { login: root.login, password: root.password })).status).toBe(200);
  });

  const me = (person: Visitor) => person.send('GET', '/me');
  const now = (late = 0) => new Date(place.house.clock().getTime() + late);
  const factors = async (person: Visitor) => (await (await person.send('GET', '/me/factors')).json()) as FactorsView;
  const codesIn = async (answer: Response) => ((await answer.json()) as { codes: string[] }).codes;

  /** Somebody with a password, signed in just now. */
  async function someone(role = 'leader') {
    const login = `nguoi.${(count += 1)}`;
    const person = await signedIn(place.app, admin, { login, role, unitId: 'goc' });
    expect((await person.send('POST', '/me/password', { password })).status).toBe(200);
    return Object.assign(person, { login });
  }

  async function begun(person: Visitor): Promise<string> {
    expect((await person.send('POST', '/me/phone')).status).toBe(204);
    return ((await (await person.send('GET', '/me/phone')).json()) as PhoneSetUpView).key;
  }

  /** Turns the phone on; answers its key and the codes to write down. */
  async function withPhone(person: Visitor) {
    const key = await begun(person);
    const codes = await codesIn(await person.send('POST', '/me/phone/confirmation', { code: codeFor(key, now()) }));
    place.pass(half);
    return { key, codes };
  }

  /** A browser that has shown the password and is asked for the code. */
  async function atTheCode(login: string): Promise<Visitor> {
    const browser = visitor(place.app);
    const answer = await browser.send('POST', '/sessions', { login, password });
    expect([answer.status, await answer.json()]).toEqual([202, { next: 'code' }]);
    return browser;
  }

  const type = (browser: Visitor, code: string) => browser.send('POST', '/sessions/code', { code });

  describe('a code from the phone', () => {
    test('is asked for once it has been confirmed, and not before', async () => {
      const person = await someone();
      const key = await begun(person);
      expect((await visitor(place.app).send('POST', '/sessions', { login: person.login, password })).status).toBe(200);
      expect(await problemOf(await person.send('POST', '/me/phone/confirmation', { code: '000000' }))).toBe(
        'wrong-code',
      );
      expect((await factors(person)).phone).toBe(false);
      const codes = await codesIn(await person.send('POST', '/me/phone/confirmation', { code: codeFor(key, now()) }));
      expect([codes.length, new Set(codes).size]).toEqual([8, 8]);
      expect(await factors(person)).toEqual({ phone: true, recoveryCodes: 8, fresh: true, needed: false });
      expect(await problemOf(await person.send('GET', '/me/phone'))).toBe('not-found');
      expect(await problemOf(await person.send('POST', '/me/phone'))).toBe('second-factor-there');
      await atTheCode(person.login);
    });

    test('until it is typed the session opens nothing, and is gone after ten minutes', async () => {
      const person = await someone();
      const { key } = await withPhone(person);
      const browser = await atTheCode(person.login);
      for (const path of ['/me', '/surveys', '/me/factors', '/me/sessions', '/me/phone']) {
        expect(await problemOf(await browser.send('GET', path))).toBe('code-required');
      }
      expect(await problemOf(await browser.send('POST', '/me/password', { password, current: password }))).toBe(
        'code-required',
      );
      expect(await problemOf(await type(visitor(place.app), codeFor(key, now())))).toBe('sign-in-required');
      const before = browser.token;
      const answer = await type(browser, ` ${codeFor(key, now()).replace(/(...)/, '$1 ')}`);
      expect(answer.status).toBe(200);
      expect(browser.token).not.toBe(before);
      expect((await me(browser)).status).toBe(200);

      const late = await atTheCode(person.login);
      place.pass(11 * minute);
      expect(await problemOf(await type(late, codeFor(key, now())))).toBe('sign-in-required');
    });

    test('counts once, also when it is typed in ten browsers at once, and no older one counts after it', async () => {
      const person = await someone();
      const { key } = await withPhone(person);
      const browsers = await Promise.all(Array.from({ length: 8 }, () => atTheCode(person.login)));
      const code = codeFor(key, now());
      const answers = await Promise.all(browsers.map((browser) => type(browser, code)));
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
      const again = await atTheCode(person.login);
      for (const used of [code, codeFor(key, now(-half))])
        expect(await problemOf(await type(again, used))).toBe('wrong-code');
      expect((await type(again, codeFor(key, now(half)))).status).toBe(200);
    });

    test('the code that confirmed it does not sign in a second later', async () => {
      const person = await someone();
      const key = await begun(person);
      const code = codeFor(key, now());
      await person.send('POST', '/me/phone/confirmation', { code });
      expect(await problemOf(await type(await atTheCode(person.login), code))).toBe('wrong-code');
    });

    test('the eleventh guess is not heard, in however many browsers', async () => {
      const person = await someone();
      const { key } = await withPhone(person);
      for (let i = 0; i < 10; i++) {
        expect(await problemOf(await type(await atTheCode(person.login), '000000'))).toBe('wrong-code');
      }
      const browser = await atTheCode(person.login);
      expect(await problemOf(await type(browser, codeFor(key, now())))).toBe('too-many-attempts');
    });

    test('is asked for after a one-time link, too, and the password is set only then', async () => {
      const person = await someone();
      const { key } = await withPhone(person);
      const { id } = (await (await me(person)).json()) as { id: string };
      const browser = visitor(place.app);
      const link = await admin.send('POST', `/accounts/${id}/link`, { purpose: 'set-password' });
      const token = tokenIn(((await link.json()) as { link: string }).link);
      expect((await browser.send('POST', '/sessions/link', { token })).status).toBe(202);
      const wanted = { password: 'mot cau khac cung dai' };
      expect(await problemOf(await browser.send('POST', '/me/password', wanted))).toBe('code-required');
      expect((await type(browser, codeFor(key, now()))).status).toBe(200);
      expect((await browser.send('POST', '/me/password', wanted)).status).toBe(200);
      expect((await me(browser)).status).toBe(200);
      const other = visitor(place.app);
      const signIn = tokenIn(await createSignInLink(place.house, id));
      expect((await other.send('POST', '/sessions/link', { token: signIn })).status).toBe(202);
    });

    test('the log says how she came in, and nothing of a sign-in that stopped at the code', async () => {
      const person = await someone();
      const { key, codes } = await withPhone(person);
      const before = await lastAct(place.house.db);
      const browser = await atTheCode(person.login);
      expect(await actsAfter(place.house.db, before)).toEqual([]);
      await type(browser, codeFor(key, now()));
      await type(await atTheCode(person.login), codes[0]!);
      const details = (await actsAfter(place.house.db, before)).map(({ act, details }) => ({ act, details }));
      expect(details).toEqual([
        { act: 'session.sign-in', details: { way: 'password', by: 'code' } },
        { act: 'session.sign-in', details: { way: 'password', by: 'recovery' } },
      ]);
    });
  });

  describe('a recovery code', () => {
    test('stands in for the phone once, however it is typed', async () => {
      const person = await someone();
      const { codes } = await withPhone(person);
      const typed = codes[0]!.toUpperCase().replaceAll('-', ' ');
      const browsers = [await atTheCode(person.login), await atTheCode(person.login)];
      const answers = await Promise.all(browsers.map((browser) => type(browser, typed)));
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 401]);
      expect((await factors(person)).recoveryCodes).toBe(7);
    });

    test('of somebody else is no code', async () => {
      const [one, other] = [await someone(), await someone()];
      await withPhone(one);
      const { codes } = await withPhone(other);
      expect(await problemOf(await type(await atTheCode(one.login), codes[0]!))).toBe('wrong-code');
    });

    test('new ones end the old ones', async () => {
      const person = await someone();
      const { codes } = await withPhone(person);
      const next = await codesIn(await person.send('POST', '/me/phone/recovery'));
      expect(await problemOf(await type(await atTheCode(person.login), codes[0]!))).toBe('wrong-code');
      expect((await type(await atTheCode(person.login), next[0]!)).status).toBe(200);
    });
  });

  test('at a browser left open nobody turns it on, off, or takes new codes', async () => {
    const person = await someone();
    place.pass(11 * minute);
    expect((await factors(person)).fresh).toBe(false);
    for (const [method, path] of [
      ['POST', '/me/phone'],
      ['GET', '/me/phone'],
      ['POST', '/me/phone/recovery'],
      ['DELETE', '/me/phone'],
    ] as const) {
      expect(await problemOf(await person.send(method, path))).toBe('sign-in-too-old');
    }
  });

  test('turned off, the password is enough again, and the recovery codes are gone', async () => {
    const person = await someone();
    await withPhone(person);
    expect((await person.send('DELETE', '/me/phone')).status).toBe(204);
    expect((await visitor(place.app).send('POST', '/sessions', { login: person.login, password })).status).toBe(200);
    const left = place.house.db.selectFrom('recovery_code').select('account_id').where('account_id', '=', person.id);
    expect(await left.execute()).toEqual([]);
  });

  describe('who holds the database', () => {
    test('reads neither secret nor recovery code in it, and moves no secret to another account', async () => {
      const [one, other] = [await someone(), await someone()];
      const { key, codes } = await withPhone(one);
      const { rows } = await sql<{ dump: string }>`select (select jsonb_agg(to_jsonb(totp))::text from totp) ||
        (select jsonb_agg(to_jsonb(recovery_code))::text from recovery_code) as dump`.execute(place.house.db);
      const raw = secretOf(key);
      for (const form of [raw.toString('hex'), raw.toString('base64'), key.replaceAll(' ', ''), ...codes]) {
        expect(rows[0]!.dump).not.toContain(form);
      }
      await withPhone(other);
      await sql`update totp set (key_name, sealed) = (select key_name, sealed from totp where account_id = ${one.id})
        where account_id = ${other.id}`.execute(place.house.db);
      expect(await problemOf(await type(await atTheCode(other.login), codeFor(key, now())))).toBe('factor-keys-away');
    });

    test('with the keys away a recovery code still lets her in, and the code counts again when they are back', async () => {
      const person = await someone();
      const { key, codes } = await withPhone(person);
      const folder = join(place.keysDir, 'staff');
      await rename(folder, `${folder}.away`);
      expect(await problemOf(await type(await atTheCode(person.login), codeFor(key, now())))).toBe('factor-keys-away');
      expect((await type(await atTheCode(person.login), codes[0]!)).status).toBe(200);
      await rename(`${folder}.away`, folder);
      expect((await type(await atTheCode(person.login), codeFor(key, now()))).status).toBe(200);
    });
  });

  describe('an administrator', () => {
    const reset = (by: Visitor, id: string, body: unknown = { seen: true }) =>
      by.send('POST', `/accounts/${id}/factors/reset`, body);
    const seenBy = async (by: Visitor, id: string) =>
      (await (await by.send('GET', `/accounts/${id}/factors`)).json()) as AccountFactorsView;

    test('resets it for somebody she has seen, who is out everywhere and comes in by the password', async () => {
      const person = await someone();
      await withPhone(person);
      expect(await seenBy(admin, person.id)).toEqual({ phone: true, passkeys: 0, sso: false });
      for (const body of [{}, { seen: false }])
        expect(await problemOf(await reset(admin, person.id, body))).toBe('invalid-input');
      const before = await lastAct(place.house.db);
      expect((await reset(admin, person.id)).status).toBe(204);
      expect((await actsAfter(place.house.db, before)).map(({ act, details }) => [act, details])).toEqual([
        ['factor.reset', { phone: true, passkeys: 0 }],
      ]);
      expect((await me(person)).status).toBe(401);
      expect((await visitor(place.app).send('POST', '/sessions', { login: person.login, password })).status).toBe(200);
    });

    test('resets neither her own nor that of somebody out of her reach', async () => {
      const { id } = (await (await me(admin)).json()) as { id: string };
      const person = await someone();
      for (const answer of [await reset(admin, id), await reset(person, id)]) {
        expect(await problemOf(answer)).toBe('not-allowed');
      }
      expect(await problemOf(await person.send('GET', `/accounts/${id}/factors`))).toBe('not-allowed');
    });
  });

  describe('where administrators must have a second factor', () => {
    const rule = (by: Visitor, adminsNeedSecondFactor: boolean) => by.send('PUT', '/rules', { adminsNeedSecondFactor });

    test('who makes the rule has one; others add theirs before they do anything else, and keep it', async () => {
      const other = await someone('admin');
      const leader = await someone();
      const person = await someone('admin');
      expect(await problemOf(await rule(leader, true))).toBe('not-allowed');
      expect(await problemOf(await leader.send('GET', '/rules'))).toBe('not-allowed');
      expect(await problemOf(await rule(person, true))).toBe('second-factor-needed');
      await withPhone(person);
      expect(await (await rule(person, true)).json()).toEqual({ adminsNeedSecondFactor: true, mayChange: true });

      for (const path of ['/accounts', '/surveys', '/units', '/rules']) {
        expect(await problemOf(await other.send('GET', path))).toBe('second-factor-needed');
      }
      expect(await problemOf(await rule(other, false))).toBe('second-factor-needed');
      expect(((await (await me(other)).json()) as { mustAddFactor: boolean }).mustAddFactor).toBe(true);
      expect((await leader.send('GET', '/surveys')).status).toBe(200);
      await withPhone(other);
      expect((await other.send('GET', '/accounts')).status).toBe(200);
      expect(await problemOf(await other.send('DELETE', '/me/phone'))).toBe('last-second-factor');
      expect((await factors(other)).phone).toBe(true);

      await addGrant(person, leader.id, { role: 'admin', unitId: 'goc', bodyId: null });
      expect(await problemOf(await leader.send('GET', '/accounts'))).toBe('second-factor-needed');
      expect((await rule(person, false)).status).toBe(200);
      expect((await leader.send('GET', '/accounts')).status).toBe(200);
      expect((await other.send('DELETE', '/me/phone')).status).toBe(204);
    });
  });
});
