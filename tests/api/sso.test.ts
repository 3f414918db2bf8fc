import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { AccountFactorsView, OwnSsoView, SessionView, SsoView } from '@danban/contract';
import { actsAfter, lastAct } from '../support/audit.ts';
import { testHouse, type TestHouse } from '../support/house.ts';
import { onEachPostgres } from '../support/onEachPostgres.ts';
import { startProvider, type ProviderProcess } from '../support/sso/provider.ts';
import { answeredIn, begin, beginToLink, comeBack, signInThere, type Jar } from '../support/sso/visits.ts';
import { invite, problemOf, root, setUp, visitor, type Visitor } from '../support/staff.ts';
import { codeFor } from '../support/totp.ts';

const minute = 60_000;
const password = 'mot cau that dai de nho';

onEachPostgres((_, fresh) => {
  let provider: ProviderProcess;
  let place: TestHouse;
  let admin: Visitor;
  let count = 0;
  const people: Record<string, { email?: string; email_verified?: unknown }> = {};

  beforeAll(async () => {
    provider = await startProvider('honest');
    place = await testHouse(await fresh(), { sso: provider.settings });
    admin = await setUp(place);
  });
  afterAll(async () => {
    await place.close();
    await provider.stop();
  });
  beforeEach(async () => {
    place.pass(20 * minute);
    expect((await admin.send('POST', '/sessions', { login: root.login, password: root.password })).status).toBe(200);
  });

  const newEmail = () => `nguoi.${(count += 1)}@truong.edu.vn`;
  const me = async (browser: Visitor) => (await (await browser.send('GET', '/me')).json()) as { id: string };
  const own = async (browser: Visitor) => (await (await browser.send('GET', '/me/sso')).json()) as OwnSsoView;

  /** Somebody the provider knows, under a subject of its own. */
  async function known(told: { email?: string; email_verified?: unknown }): Promise<string> {
    const subject = `s-${(count += 1)}`;
    people[subject] = told;
    await provider.tell(people);
    return subject;
  }

  /** The same with an account whose login is her address. */
  async function withAccount() {
    const email = newEmail();
    const { id, token } = await invite(admin, { login: email, role: 'leader', unitId: 'goc' });
    return { id, email, token, subject: await known({ email, email_verified: true }) };
  }

  /** The whole way: out of here, there, and back. */
  async function through(subject: string, wish?: Parameters<typeof begin>[1], jar?: Jar) {
    const browser = visitor(place.app);
    const way = await begin(browser, wish);
    return { browser, answer: await comeBack(browser, way, await signInThere(way.address, subject, jar)) };
  }

  /** Somebody signed in by password just now, and not linked. */
  async function inside() {
    const person = await withAccount();
    const browser = visitor(place.app);
    await browser.send('POST', '/sessions/link', { token: person.token });
    expect((await browser.send('POST', '/me/password', { password })).status).toBe(200);
    return { ...person, browser };
  }

  /** Comes back from the provider as this subject, to be asked. */
  async function asked(browser: Visitor, subject: string): Promise<Response> {
    const way = await beginToLink(browser);
    return comeBack(browser, way, await signInThere(way.address, subject));
  }

  async function linked() {
    const person = await inside();
    const subject = await known({ email: newEmail(), email_verified: true });
    expect(await answeredIn(await asked(person.browser, subject))).toEqual({ next: 'link', place: null });
    expect((await person.browser.send('POST', '/me/sso')).status).toBe(204);
    return { ...person, subject };
  }

  async function turnPhoneOn(browser: Visitor): Promise<string> {
    expect((await browser.send('POST', '/me/phone')).status).toBe(204);
    const { key } = (await (await browser.send('GET', '/me/phone')).json()) as { key: string };
    const code = codeFor(key, place.house.clock());
    expect((await browser.send('POST', '/me/phone/confirmation', { code })).status).toBe(200);
    place.pass(30_000);
    return key;
  }

  describe('who comes in by the provider', () => {
    test('is told its name, led to it with PKCE, state and nonce, and asked of it no more than her address', async () => {
      const browser = visitor(place.app);
      expect((await (await browser.send('GET', '/sso')).json()) as SsoView).toEqual({ name: 'Sở GDĐT' });
      const { address } = await begin(browser);
      const { searchParams: asks, origin } = new URL(address);
      expect(origin).toBe(provider.settings.issuer);
      expect(Object.fromEntries(asks)).toEqual({
        client_id: 'danban',
        response_type: 'code',
        redirect_uri: 'http://localhost:3000/lam-viec/dang-nhap/mot-lan/ve',
        scope: 'openid email',
        code_challenge_method: 'S256',
        code_challenge: expect.stringMatching(/^[\w-]{43}$/) as string,
        state: expect.stringMatching(/^[\w-]{43}$/) as string,
        nonce: expect.stringMatching(/^[\w-]{43}$/) as string,
      });
    });

    test('is linked by her verified address at the first time, and known by her subject from then on', async () => {
      const { id, email, subject } = await withAccount();
      const before = await lastAct(place.house.db);
      const first = await through(subject);
      expect(await answeredIn(first.answer)).toEqual({ next: 'place', place: null });
      expect((await me(first.browser)).id).toBe(id);
      const told = await actsAfter(place.house.db, before);
      expect(told.map(({ act, details }) => ({ act, details }))).toEqual([
        { act: 'sso.link', details: { by: 'email' } },
        { act: 'session.sign-in', details: { way: 'sso' } },
      ]);
      expect(told[0]!.by).toBe(`Người ${email}, null, null`);
      people[subject] = { email: 'mot.ten.khac@truong.edu.vn', email_verified: false };
      await provider.tell(people);
      const second = await through(subject, { place: 'toi', anew: false });
      expect(await answeredIn(second.answer)).toEqual({ next: 'place', place: 'toi' });
      expect((await me(second.browser)).id).toBe(id);
      const sessions = (await (await second.browser.send('GET', '/me/sessions')).json()) as SessionView[];
      expect(sessions.map(({ way }) => way)).toEqual(['sso', 'sso']);
    });

    test('is known whatever the case of her address, and only within ASCII', async () => {
      const { id } = await invite(admin, { login: 'kim@truong.edu.vn', role: 'leader', unitId: 'goc' });
      const stranger = await known({ email: '\u212aim@truong.edu.vn', email_verified: true });
      expect(await problemOf((await through(stranger)).answer)).toBe('sso-no-account');
      const { browser } = await through(await known({ email: 'Kim@Truong.EDU.vn', email_verified: true }));
      expect((await me(browser)).id).toBe(id);
    });

    test.each([
      ['an address that is not verified', false, 'sso-email-unverified'],
      ['one that is verified in words only', 'true', 'sso-email-unverified'],
      ['one of which nothing is said', undefined, 'sso-email-unverified'],
    ])('%s lets nobody in', async (_what, email_verified, code) => {
      const { email, id } = await withAccount();
      const { browser, answer } = await through(await known({ email, email_verified }));
      expect(await problemOf(answer)).toBe(code);
      expect(browser.token).toBeUndefined();
      const factors = (await (await admin.send('GET', `/accounts/${id}/factors`)).json()) as AccountFactorsView;
      expect(factors.sso).toBe(false);
    });

    test('and whom nobody knows is refused, also by a name that is a login and no address', async () => {
      const { id } = await invite(admin, { login: 'thu.quy', role: 'leader', unitId: 'goc' });
      expect(id).toBeTruthy();
      for (const told of [{ email: newEmail(), email_verified: true }, { email: 'thu.quy', email_verified: true }, {}])
        expect(await problemOf((await through(await known(told))).answer)).toBe('sso-no-account');
    });

    test('whose address somebody else was handed keeps her account: it is linked with another subject', async () => {
      const { email, subject } = await withAccount();
      await answeredIn((await through(subject)).answer);
      const successor = await known({ email, email_verified: true });
      expect(await problemOf((await through(successor)).answer)).toBe('sso-no-account');
    });

    test('whose account has ended is refused, linked or not, and the link is gone when it begins again', async () => {
      const { id, subject } = await linked();
      const unlinked = await withAccount();
      for (const one of [id, unlinked.id]) expect((await admin.send('DELETE', `/accounts/${one}`)).status).toBe(204);
      expect(await problemOf((await through(subject)).answer)).toBe('sso-no-account');
      expect(await problemOf((await through(unlinked.subject)).answer)).toBe('sso-no-account');
      expect((await admin.send('POST', `/accounts/${id}/activation`)).status).toBe(201);
      expect(await problemOf((await through(subject)).answer)).toBe('sso-no-account');
    });

    test('who stops there is told so, and has not come in', async () => {
      const browser = visitor(place.app);
      const way = await begin(browser);
      const said = { error: 'access_denied', state: way.state, iss: provider.settings.issuer };
      const answer = await comeBack(browser, way, new URLSearchParams(said).toString());
      expect(await problemOf(answer)).toBe('sso-cancelled');
      expect((await browser.send('GET', '/me')).status).toBe(401);
    });

    test('two who come at once with one address leave one link', async () => {
      const { email, subject } = await withAccount();
      const twin = await known({ email, email_verified: true });
      const answers = await Promise.all([through(subject), through(twin)]);
      expect(answers.map(({ answer }) => answer.status).sort()).toEqual([200, 403]);
    });
  });

  describe('a second step', () => {
    test('is asked for as after a password', async () => {
      const { browser: desk, subject, id } = await linked();
      const key = await turnPhoneOn(desk);
      const { browser, answer } = await through(subject, { place: 'toi', anew: false });
      expect(await answeredIn(answer)).toEqual({ next: 'code', place: 'toi' });
      expect(await problemOf(await browser.send('GET', '/me'))).toBe('code-required');
      expect((await browser.send('POST', '/sessions/code', { code: codeFor(key, place.house.clock()) })).status).toBe(
        200,
      );
      expect((await me(browser)).id).toBe(id);
    });

    test('keeps an address from linking: whoever has one is linked from inside', async () => {
      const { browser, subject } = await inside();
      await turnPhoneOn(browser);
      expect(await problemOf((await through(subject)).answer)).toBe('sso-no-account');
      expect((await answeredIn(await asked(browser, subject))).next).toBe('link');
      expect((await browser.send('POST', '/me/sso')).status).toBe(204);
      expect((await answeredIn((await through(subject)).answer)).next).toBe('code');
    });
  });

  describe('what is changed soon after proving who one is', () => {
    test('is not changed because the provider let her in without a question, only when it asked anew', async () => {
      const { subject } = await linked();
      const jar: Jar = new Map();
      const silent = await through(subject, { place: null, anew: false }, jar);
      expect(await problemOf(await silent.browser.send('POST', '/me/phone'))).toBe('sign-in-too-old');
      expect(await problemOf(await silent.browser.send('DELETE', '/me/sso'))).toBe('sign-in-too-old');
      const proved = await through(subject, { place: 'toi', anew: true }, jar);
      expect((await proved.browser.send('POST', '/me/phone')).status).toBe(204);
      place.pass(11 * minute);
      expect(await problemOf(await proved.browser.send('DELETE', '/me/sso'))).toBe('sign-in-too-old');
    });
  });

  describe('a link from inside', () => {
    test('takes a yes to the name the provider told, and is undone by its owner', async () => {
      const { browser, id } = await inside();
      const email = newEmail();
      const subject = await known({ email, email_verified: false });
      await answeredIn(await asked(browser, subject));
      expect(await own(browser)).toEqual({ name: 'Sở GDĐT', linkedOn: null, asked: { shown: email, verified: false } });
      expect(await problemOf((await through(subject)).answer)).toBe('sso-email-unverified');
      const before = await lastAct(place.house.db);
      expect((await browser.send('POST', '/me/sso')).status).toBe(204);
      expect(await problemOf(await browser.send('POST', '/me/sso'))).toBe('sso-refused');
      expect(await own(browser)).toMatchObject({ linkedOn: '2026-03-02', asked: null });
      expect(await problemOf(await browser.send('POST', '/me/sso/begin'))).toBe('sso-linked-already');
      const elsewhere = await through(subject);
      expect((await me(elsewhere.browser)).id).toBe(id);
      expect((await browser.send('DELETE', '/me/sso')).status).toBe(204);
      expect((await elsewhere.browser.send('GET', '/me')).status).toBe(401);
      expect((await browser.send('GET', '/me')).status).toBe(200);
      const acts = (await actsAfter(place.house.db, before)).map(({ act, details }) => ({ act, details }));
      expect(acts.filter(({ act }) => act.startsWith('sso.'))).toEqual([
        { act: 'sso.link', details: { by: 'own' } },
        { act: 'sso.unlink', details: { by: 'own' } },
      ]);
    });

    test('that was undone on purpose is not made again by an address', async () => {
      const { subject, id } = await withAccount();
      await answeredIn((await through(subject)).answer);
      expect((await admin.send('DELETE', `/accounts/${id}/sso`)).status).toBe(204);
      expect(await problemOf((await through(subject)).answer)).toBe('sso-no-account');
    });

    test('ends only in the session that began it', async () => {
      const [victim, attacker] = [await inside(), await inside()];
      const subject = await known({ email: newEmail(), email_verified: true });
      const way = await beginToLink(attacker.browser);
      const answer = await signInThere(way.address, subject);
      expect(await problemOf(await comeBack(victim.browser, way, answer))).toBe('sso-refused');
      expect(await problemOf(await comeBack(visitor(place.app), way, answer))).toBe('sso-refused');
      expect((await own(victim.browser)).asked).toBeNull();
      expect(await problemOf(await victim.browser.send('POST', '/me/sso'))).toBe('sso-refused');
    });

    test('asks within five minutes, soon after signing in, and of nobody who is linked elsewhere', async () => {
      const { subject } = await linked();
      const { browser } = await inside();
      expect(await problemOf(await asked(browser, subject))).toBe('sso-linked-elsewhere');
      await answeredIn(await asked(browser, await known({})));
      place.pass(6 * minute);
      expect((await own(browser)).asked).toBeNull();
      expect(await problemOf(await browser.send('POST', '/me/sso'))).toBe('sso-refused');
      place.pass(6 * minute);
      expect(await problemOf(await browser.send('POST', '/me/sso/begin'))).toBe('sign-in-too-old');
    });

    test('is removed by an administrator, who signs the account out; never her own, nor out of her reach', async () => {
      const { id, subject, browser } = await linked();
      const { browser: colleague } = await inside();
      expect(await problemOf(await colleague.send('DELETE', `/accounts/${id}/sso`))).toBe('not-allowed');
      const before = await lastAct(place.house.db);
      for (let times = 0; times < 2; times += 1)
        expect((await admin.send('DELETE', `/accounts/${id}/sso`)).status).toBe(204);
      const told = await actsAfter(place.house.db, before);
      expect(told.map(({ act, details }) => ({ act, details }))).toEqual([
        { act: 'sso.unlink', details: { by: 'admin' } },
      ]);
      expect((await browser.send('GET', '/me')).status).toBe(401);
      expect(await problemOf((await through(subject)).answer)).toBe('sso-no-account');
      expect(await problemOf(await admin.send('DELETE', `/accounts/${(await me(admin)).id}/sso`))).toBe('not-allowed');
    });

    test('with a provider that is no longer asked gives way to one with the provider that is', async () => {
      const { id, subject } = await withAccount();
      await answeredIn((await through(subject)).answer);
      const links = place.house.db.selectFrom('sso_link').select(['issuer', 'subject']).where('account_id', '=', id);
      await place.house.db
        .updateTable('sso_link')
        .set({ issuer: 'https://old.example' })
        .where('account_id', '=', id)
        .execute();
      expect((await me((await through(subject)).browser)).id).toBe(id);
      expect(await links.execute()).toEqual([{ issuer: provider.settings.issuer, subject }]);
    });
  });
});
