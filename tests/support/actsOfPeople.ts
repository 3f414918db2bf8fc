import type { PhoneSetUpView, SessionView } from '@danban/contract';
import { authenticator } from './authenticator.ts';
import { origin, type TestHouse } from './house.ts';
import { invite, root, signedIn, tokenIn, visitor, type Visitor } from './staff.ts';
import type { ProviderProcess } from './sso/provider.ts';
import { codeFor } from './totp.ts';

/** Where the acts happen. */
export interface Scene {
  place: TestHouse;
  admin: Visitor;
  /** The forging one, that says what it is told. */
  provider: ProviderProcess;
  login(): string;
}

export type Prepare = (s: Scene) => Promise<() => Promise<Response>>;

const school = { unitId: 'THPT.CTN', bodyId: 'CD.THPT.CTN' };
export const leads = (s: Scene) => ({ login: s.login(), role: 'leader', unitId: school.unitId });
const someone = (s: Scene) => invite(s.admin, leads(s));
export const someoneSignedIn = (s: Scene) => signedIn(s.place.app, s.admin, leads(s));

async function beginPhone(person: Visitor): Promise<string> {
  await person.send('POST', '/me/phone');
  return ((await (await person.send('GET', '/me/phone')).json()) as PhoneSetUpView).key;
}

/** Turns the code on; the half minute of the code that confirmed it is over. */
async function confirmPhone(s: Scene, person: Visitor): Promise<string> {
  const key = await beginPhone(person);
  await person.send('POST', '/me/phone/confirmation', { code: codeFor(key, s.place.house.clock()) });
  s.place.pass(30_000);
  return key;
}

async function someoneWithPhone(s: Scene) {
  const person = await someoneSignedIn(s);
  return Object.assign(person, { key: await confirmPhone(s, person) });
}

async function optionsToAdd(person: Visitor) {
  const answer = await person.send('POST', '/me/passkeys/options');
  return (await answer.json()) as { challenge: string; user: { id: string } };
}

async function someoneWithKey(s: Scene) {
  const person = await someoneSignedIn(s);
  const key = authenticator(origin);
  const response = key.create(await optionsToAdd(person));
  await person.send('POST', '/me/passkeys', { name: 'Máy', response });
  return { person, key };
}

/** Somebody with a second session, and its id. */
async function signedInTwice(s: Scene) {
  const person = await someoneSignedIn(s);
  const answer = await s.admin.send('POST', `/accounts/${person.id}/link`, { purpose: 'sign-in' });
  const { link } = (await answer.json()) as { link: string };
  await visitor(s.place.app).send('POST', '/sessions/link', { token: tokenIn(link) });
  const all = (await (await person.send('GET', '/me/sessions')).json()) as SessionView[];
  return { person, other: all.find(({ here }) => !here)!.id };
}

/** Acts around accounts: which the log must name, and how each is driven. */
export const actsOfPeople: Record<string, [acts: string[], prepare: Prepare]> = {
  'PUT /calendar': [
    ['calendar.change'],
    async (s) => () => s.admin.send('PUT', '/calendar', { said: [{ day: '2026-08-31', works: false }] }),
  ],
  'POST /sessions': [
    ['session.sign-in'],
    async (s) => () => visitor(s.place.app).send('POST', '/sessions', { login: root.login, password: root.password }),
  ],
  'POST /sessions/link': [
    ['session.sign-in'],
    async (s) => {
      const { token } = await someone(s);
      return () => visitor(s.place.app).send('POST', '/sessions/link', { token });
    },
  ],
  'POST /sessions/link/login': [
    [],
    async (s) => {
      const { token } = await someone(s);
      return () => visitor(s.place.app).send('POST', '/sessions/link/login', { token });
    },
  ],
  'DELETE /sessions': [
    ['session.sign-out'],
    async (s) => {
      const person = await someoneSignedIn(s);
      return () => person.send('DELETE', '/sessions');
    },
  ],
  'DELETE /me/sessions': [
    ['session.end'],
    async (s) => {
      const { person } = await signedInTwice(s);
      return () => person.send('DELETE', '/me/sessions');
    },
  ],
  'DELETE /me/sessions/:id': [
    ['session.end'],
    async (s) => {
      const { person, other } = await signedInTwice(s);
      return () => person.send('DELETE', `/me/sessions/${other}`);
    },
  ],
  'DELETE /accounts/:id/sessions': [
    ['session.end'],
    async (s) => {
      const { id } = await someoneSignedIn(s);
      return () => s.admin.send('DELETE', `/accounts/${id}/sessions`);
    },
  ],
  'POST /me/password': [
    ['password.choose'],
    async (s) => {
      const person = await someoneSignedIn(s);
      return () => person.send('POST', '/me/password', { password: 'mot cau khac cung dai' });
    },
  ],
  'POST /sessions/code': [
    ['session.sign-in'],
    async (s) => {
      const { id, key } = await someoneWithPhone(s);
      const answer = await s.admin.send('POST', `/accounts/${id}/link`, { purpose: 'sign-in' });
      const { link } = (await answer.json()) as { link: string };
      const browser = visitor(s.place.app);
      await browser.send('POST', '/sessions/link', { token: tokenIn(link) });
      return () => browser.send('POST', '/sessions/code', { code: codeFor(key, s.place.house.clock()) });
    },
  ],
  // Until a code has confirmed it, nothing has happened.
  'POST /me/phone': [
    [],
    async (s) => {
      const person = await someoneSignedIn(s);
      return () => person.send('POST', '/me/phone');
    },
  ],
  'POST /me/phone/confirmation': [
    ['factor.add'],
    async (s) => {
      const person = await someoneSignedIn(s);
      const key = await beginPhone(person);
      return () => person.send('POST', '/me/phone/confirmation', { code: codeFor(key, s.place.house.clock()) });
    },
  ],
  'POST /me/phone/recovery': [
    ['factor.recovery'],
    async (s) => {
      const person = await someoneWithPhone(s);
      return () => person.send('POST', '/me/phone/recovery');
    },
  ],
  'DELETE /me/phone': [
    ['factor.remove'],
    async (s) => {
      const person = await someoneWithPhone(s);
      return () => person.send('DELETE', '/me/phone');
    },
  ],
  'POST /accounts/:id/factors/reset': [
    ['factor.reset'],
    async (s) => {
      const { id } = await someoneWithPhone(s);
      return () => s.admin.send('POST', `/accounts/${id}/factors/reset`, { seen: true });
    },
  ],
  'PUT /rules': [
    ['rules.change'],
    async (s) => {
      const person = await signedIn(s.place.app, s.admin, { login: s.login(), role: 'admin', unitId: 'goc' });
      await confirmPhone(s, person);
      await person.send('PUT', '/rules', { adminsNeedSecondFactor: true });
      return () => person.send('PUT', '/rules', { adminsNeedSecondFactor: false });
    },
  ],
  'PUT /urgent-contact': [
    ['urgent.contact'],
    async (s) => {
      const contact = { name: 'Cô Hạnh', email: 'hanh@truong.edu.vn', phone: null };
      return () => s.admin.send('PUT', '/urgent-contact', contact);
    },
  ],
  'DELETE /urgent-contact': [
    ['urgent.contact'],
    async (s) => {
      await s.admin.send('PUT', '/urgent-contact', { name: 'Cô Hạnh', email: 'hanh@truong.edu.vn', phone: null });
      return () => s.admin.send('DELETE', '/urgent-contact');
    },
  ],
  // A challenge is no act, and the name of one's own key is nobody's business.
  'POST /sessions/passkey/options': [
    [],
    async (s) => () => visitor(s.place.app).send('POST', '/sessions/passkey/options'),
  ],
  'POST /sessions/passkey': [
    ['session.sign-in'],
    async (s) => {
      const { key } = await someoneWithKey(s);
      const begun = await visitor(s.place.app).send('POST', '/sessions/passkey/options');
      const cookie = /danban_begun=[^;]*/.exec(begun.headers.get('set-cookie') ?? '')![0];
      const response = key.get((await begun.json()) as { challenge: string });
      return () => visitor(s.place.app).send('POST', '/sessions/passkey', { response }, { cookie });
    },
  ],
  'POST /me/passkeys/options': [
    [],
    async (s) => {
      const person = await someoneSignedIn(s);
      return () => person.send('POST', '/me/passkeys/options');
    },
  ],
  'POST /me/passkeys': [
    ['factor.add'],
    async (s) => {
      const person = await someoneSignedIn(s);
      const response = authenticator(origin).create(await optionsToAdd(person));
      return () => person.send('POST', '/me/passkeys', { name: 'Máy', response });
    },
  ],
  'PUT /me/passkeys/:key': [
    [],
    async (s) => {
      const { person, key } = await someoneWithKey(s);
      return () => person.send('PUT', `/me/passkeys/${key.id}`, { name: 'Máy khác' });
    },
  ],
  'DELETE /me/passkeys/:key': [
    ['factor.remove'],
    async (s) => {
      const { person, key } = await someoneWithKey(s);
      return () => person.send('DELETE', `/me/passkeys/${key.id}`);
    },
  ],
  'POST /accounts': [
    ['account.invite'],
    async (s) => {
      const grants = [{ role: 'leader', unitId: school.unitId, bodyId: null }];
      return () => s.admin.send('POST', '/accounts', { name: 'Lê Văn An', login: s.login(), grants });
    },
  ],
  'POST /accounts/:id/link': [
    ['account.link'],
    async (s) => {
      const { id } = await someone(s);
      return () => s.admin.send('POST', `/accounts/${id}/link`, { purpose: 'sign-in' });
    },
  ],
  'POST /accounts/:id/grants': [
    ['account.roles'],
    async (s) => {
      const { id } = await someone(s);
      return () =>
        s.admin.send('POST', `/accounts/${id}/grants`, { role: 'inspector', unitId: school.unitId, bodyId: null });
    },
  ],
  'DELETE /accounts/:id/grants': [
    ['account.roles'],
    async (s) => {
      const { id } = await someone(s);
      const grant = { role: 'inspector', unitId: school.unitId, bodyId: null };
      await s.admin.send('POST', `/accounts/${id}/grants`, grant);
      return () => s.admin.send('DELETE', `/accounts/${id}/grants?role=inspector&unitId=${school.unitId}`);
    },
  ],
  'POST /accounts/:id/activation': [
    ['account.activate'],
    async (s) => {
      const { id } = await someone(s);
      await s.admin.send('DELETE', `/accounts/${id}`);
      return () => s.admin.send('POST', `/accounts/${id}/activation`);
    },
  ],
  'DELETE /accounts/:id': [
    ['account.deactivate'],
    async (s) => {
      const { id } = await someone(s);
      return () => s.admin.send('DELETE', `/accounts/${id}`);
    },
  ],
  'POST /accounts/:id/handover': [
    ['account.hand-over', 'account.roles', 'account.deactivate'],
    async (s) => {
      const leaver = await someone(s);
      const { id: to } = await invite(s.admin, { login: s.login(), role: 'inspector', unitId: school.unitId });
      const grants = [{ role: 'leader', unitId: school.unitId, bodyId: null }];
      return () => s.admin.send('POST', `/accounts/${leaver.id}/handover`, { to, grants });
    },
  ],
};
