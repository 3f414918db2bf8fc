import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PhoneSetUpView, SessionView, SurveyView } from '@danban/contract';
import { createSetupLink } from '@danban/server';
import { actsAfter, lastAct } from '../support/audit.ts';
import { freshDatabase } from '../support/freshDatabase.ts';
import { testHouse, type TestHouse } from '../support/house.ts';
import {
  invite,
  organisation,
  root,
  setUpProvince,
  signedIn,
  tokenIn,
  visitor,
  type Visitor,
} from '../support/staff.ts';
import { codeFor } from '../support/totp.ts';
import { csv, sendTable, understood } from '../support/tables.ts';

const school = { unitId: 'THPT.CTN', bodyId: 'CD.THPT.CTN' };
const day = 24 * 3_600_000;

let place: TestHouse;
let admin: Visitor;
let organizer: Visitor;
let count = 0;

beforeAll(async () => {
  place = await testHouse(await freshDatabase());
  admin = await setUpProvince(place);
  organizer = await signedIn(place.app, admin, { login: 'organizer', role: 'organizer', ...school });
});
afterAll(() => place.close());

const login = () => `nguoi.${(count += 1)}`;
const someone = () => invite(admin, { login: login(), role: 'leader', unitId: school.unitId });
const someoneSignedIn = () => signedIn(place.app, admin, { login: login(), role: 'leader', unitId: school.unitId });
async function beginPhone(person: Visitor): Promise<string> {
  await person.send('POST', '/me/phone');
  return ((await (await person.send('GET', '/me/phone')).json()) as PhoneSetUpView).key;
}

/** Turns the code on; the half minute of the code that confirmed it is over. */
async function confirmPhone(person: Visitor): Promise<string> {
  const key = await beginPhone(person);
  await person.send('POST', '/me/phone/confirmation', { code: codeFor(key, place.house.clock()) });
  place.pass(30_000);
  return key;
}

async function someoneWithPhone() {
  const person = await someoneSignedIn();
  return Object.assign(person, { key: await confirmPhone(person) });
}

/** Somebody with a second session, and its id. */
async function signedInTwice() {
  const person = await someoneSignedIn();
  const answer = await admin.send('POST', `/accounts/${person.id}/link`, { purpose: 'sign-in' });
  const { link } = (await answer.json()) as { link: string };
  await visitor(place.app).send('POST', '/sessions/link', { token: tokenIn(link) });
  const all = (await (await person.send('GET', '/me/sessions')).json()) as SessionView[];
  return { person, other: all.find(({ here }) => !here)!.id };
}
const closesIn = (days: number) => ({ closesAt: new Date(place.house.clock().getTime() + days * day).toISOString() });
const scheduledIn = (days: number) => ({ opensAt: closesIn(days).closesAt, ...closesIn(days + 10) });
const created = () => organizer.send('POST', '/surveys', { template: 'khao-sat-hai-long-phu-huynh', ...school });
const draft = async () => (await (await created()).json()) as SurveyView;
async function opened(): Promise<SurveyView> {
  const { id } = await draft();
  return (await (await organizer.send('POST', `/surveys/${id}/open`, closesIn(10))).json()) as SurveyView;
}
async function released(): Promise<SurveyView> {
  const survey = await opened();
  await organizer.send('POST', `/surveys/${survey.id}/close`, {});
  await place.work();
  return survey;
}

type Act = () => Promise<Response>;

/**
 * How each staff route that writes is driven, and what the log must say then. The first part prepares, what it answers
 * does the act. A new route needs its line here: that is how a forgotten `record` is noticed.
 */
const writing: Record<string, [acts: string[], prepare: () => Promise<Act>]> = {
  'POST /setup': [
    ['setup.finish'],
    async () => {
      const other = await testHouse(await freshDatabase());
      const token = tokenIn(await createSetupLink(other.house));
      const body = { choice: 'empty', token, organisation: { name: 'Trường' }, admin: root };
      place = other;
      return () => visitor(other.app).send('POST', '/setup', body);
    },
  ],
  'POST /sessions': [
    ['session.sign-in'],
    async () => () => visitor(place.app).send('POST', '/sessions', { login: root.login, password: root.password }),
  ],
  'POST /sessions/link': [
    ['session.sign-in'],
    async () => {
      const { token } = await someone();
      return () => visitor(place.app).send('POST', '/sessions/link', { token });
    },
  ],
  'DELETE /sessions': [
    ['session.sign-out'],
    async () => {
      const person = await someoneSignedIn();
      return () => person.send('DELETE', '/sessions');
    },
  ],
  'DELETE /me/sessions': [
    ['session.end'],
    async () => {
      const { person } = await signedInTwice();
      return () => person.send('DELETE', '/me/sessions');
    },
  ],
  'DELETE /me/sessions/:id': [
    ['session.end'],
    async () => {
      const { person, other } = await signedInTwice();
      return () => person.send('DELETE', `/me/sessions/${other}`);
    },
  ],
  'DELETE /accounts/:id/sessions': [
    ['session.end'],
    async () => {
      const { id } = await someoneSignedIn();
      return () => admin.send('DELETE', `/accounts/${id}/sessions`);
    },
  ],
  'POST /me/password': [
    ['password.choose'],
    async () => {
      const person = await someoneSignedIn();
      return () => person.send('POST', '/me/password', { password: 'mot cau khac cung dai' });
    },
  ],
  'POST /sessions/code': [
    ['session.sign-in'],
    async () => {
      const { id, key } = await someoneWithPhone();
      const answer = await admin.send('POST', `/accounts/${id}/link`, { purpose: 'sign-in' });
      const { link } = (await answer.json()) as { link: string };
      const browser = visitor(place.app);
      await browser.send('POST', '/sessions/link', { token: tokenIn(link) });
      return () => browser.send('POST', '/sessions/code', { code: codeFor(key, place.house.clock()) });
    },
  ],
  // Until a code has confirmed it, nothing has happened.
  'POST /me/phone': [
    [],
    async () => {
      const person = await someoneSignedIn();
      return () => person.send('POST', '/me/phone');
    },
  ],
  'POST /me/phone/confirmation': [
    ['factor.add'],
    async () => {
      const person = await someoneSignedIn();
      const key = await beginPhone(person);
      return () => person.send('POST', '/me/phone/confirmation', { code: codeFor(key, place.house.clock()) });
    },
  ],
  'POST /me/phone/recovery': [
    ['factor.recovery'],
    async () => {
      const person = await someoneWithPhone();
      return () => person.send('POST', '/me/phone/recovery');
    },
  ],
  'DELETE /me/phone': [
    ['factor.remove'],
    async () => {
      const person = await someoneWithPhone();
      return () => person.send('DELETE', '/me/phone');
    },
  ],
  'POST /accounts/:id/factors/reset': [
    ['factor.reset'],
    async () => {
      const { id } = await someoneWithPhone();
      return () => admin.send('POST', `/accounts/${id}/factors/reset`, { seen: true });
    },
  ],
  'PUT /rules': [
    ['rules.change'],
    async () => {
      const person = await signedIn(place.app, admin, { login: login(), role: 'admin', unitId: 'goc' });
      await confirmPhone(person);
      await person.send('PUT', '/rules', { adminsNeedSecondFactor: true });
      return () => person.send('PUT', '/rules', { adminsNeedSecondFactor: false });
    },
  ],
  'POST /accounts': [
    ['account.invite'],
    async () => {
      const grants = [{ role: 'leader', unitId: school.unitId, bodyId: null }];
      return () => admin.send('POST', '/accounts', { name: 'Lê Văn An', login: login(), grants });
    },
  ],
  'POST /accounts/:id/link': [
    ['account.link'],
    async () => {
      const { id } = await someone();
      return () => admin.send('POST', `/accounts/${id}/link`, { purpose: 'sign-in' });
    },
  ],
  'POST /accounts/:id/grants': [
    ['account.roles'],
    async () => {
      const { id } = await someone();
      return () =>
        admin.send('POST', `/accounts/${id}/grants`, { role: 'inspector', unitId: school.unitId, bodyId: null });
    },
  ],
  'DELETE /accounts/:id/grants': [
    ['account.roles'],
    async () => {
      const { id } = await someone();
      const grant = { role: 'inspector', unitId: school.unitId, bodyId: null };
      await admin.send('POST', `/accounts/${id}/grants`, grant);
      return () => admin.send('DELETE', `/accounts/${id}/grants?role=inspector&unitId=${school.unitId}`);
    },
  ],
  'POST /accounts/:id/activation': [
    ['account.activate'],
    async () => {
      const { id } = await someone();
      await admin.send('DELETE', `/accounts/${id}`);
      return () => admin.send('POST', `/accounts/${id}/activation`);
    },
  ],
  'DELETE /accounts/:id': [
    ['account.deactivate'],
    async () => {
      const { id } = await someone();
      return () => admin.send('DELETE', `/accounts/${id}`);
    },
  ],
  'POST /accounts/:id/handover': [
    ['account.hand-over', 'account.roles', 'account.deactivate'],
    async () => {
      const leaver = await someone();
      const { id: to } = await invite(admin, { login: login(), role: 'inspector', unitId: school.unitId });
      const grants = [{ role: 'leader', unitId: school.unitId, bodyId: null }];
      return () => admin.send('POST', `/accounts/${leaver.id}/handover`, { to, grants });
    },
  ],
  'PUT /organisation': [
    ['organisation.load'],
    async () => {
      const file = await organisation();
      return () => admin.send('PUT', '/organisation', file);
    },
  ],
  'POST /imports/:kind/read': [
    [],
    async () => () => admin.send('POST', '/imports/units/read', csv('Mã;Tên;Cấp trên', 'NEW.1;Trường mới;goc')),
  ],
  'POST /imports/:kind/preview': [
    [],
    async () => {
      const { table, sheet, columns } = await understood(admin, 'units', csv('Mã;Tên;Cấp trên', 'NEW.2;Trường;goc'));
      return () => admin.send('POST', '/imports/units/preview', { table, sheet, columns });
    },
  ],
  'POST /imports/:kind': [
    ['account.roles', 'account.invite'],
    async () => {
      const known = login();
      await invite(admin, { login: known, role: 'leader', unitId: school.unitId });
      const rows = [`Người ${known};${known};Thanh tra nhân dân;goc`, `Lê Văn An;${login()};Lãnh đạo;goc`];
      const view = await understood(admin, 'accounts', csv('Họ tên;Email;Vai trò;Đơn vị', ...rows));
      return () => sendTable(admin, 'accounts', view);
    },
  ],
  'POST /surveys': [['survey.create'], async () => created],
  'PUT /surveys/:id': [
    ['survey.edit'],
    async () => {
      const { id, definition } = await draft();
      const changed = { ...(definition as object), title: { vi: 'Tên khác' } };
      return () => organizer.send('PUT', `/surveys/${id}`, { definition: changed, revision: 0 });
    },
  ],
  'POST /surveys/:id/restore': [
    ['survey.edit'],
    async () => {
      const { id, definition } = await draft();
      const changed = { ...(definition as object), title: { vi: 'Tên khác' } };
      await organizer.send('PUT', `/surveys/${id}`, { definition: changed, revision: 0 });
      return () => organizer.send('POST', `/surveys/${id}/restore`, { to: 0, revision: 1 });
    },
  ],
  'POST /surveys/:id/open': [
    ['survey.open'],
    async () => {
      const { id } = await draft();
      return () => organizer.send('POST', `/surveys/${id}/open`, closesIn(10));
    },
  ],
  'DELETE /surveys/:id': [
    ['survey.remove'],
    async () => {
      const { id } = await draft();
      return () => organizer.send('DELETE', `/surveys/${id}`);
    },
  ],
  'POST /surveys/:id/schedule': [
    ['survey.schedule'],
    async () => {
      const { id } = await draft();
      return () => organizer.send('POST', `/surveys/${id}/schedule`, scheduledIn(1));
    },
  ],
  'POST /surveys/:id/unschedule': [
    ['survey.unschedule'],
    async () => {
      const { id } = await draft();
      await organizer.send('POST', `/surveys/${id}/schedule`, scheduledIn(1));
      return () => organizer.send('POST', `/surveys/${id}/unschedule`, {});
    },
  ],
  'POST /surveys/:id/pause': [
    ['survey.pause'],
    async () => {
      const { id } = await opened();
      return () => organizer.send('POST', `/surveys/${id}/pause`, {});
    },
  ],
  'POST /surveys/:id/resume': [
    ['survey.resume'],
    async () => {
      const { id } = await opened();
      await organizer.send('POST', `/surveys/${id}/pause`, {});
      return () => organizer.send('POST', `/surveys/${id}/resume`, {});
    },
  ],
  'PUT /surveys/:id/thresholds': [
    ['survey.raise'],
    async () => {
      const { id } = await opened();
      return () => organizer.send('PUT', `/surveys/${id}/thresholds`, { unit: 8, comments: 20, sensitive: 20 });
    },
  ],
  'POST /surveys/:id/cancel': [
    ['survey.cancel'],
    async () => {
      const { id } = await opened();
      return () => organizer.send('POST', `/surveys/${id}/cancel`, {});
    },
  ],
  'POST /surveys/:id/archive': [
    ['survey.archive'],
    async () => {
      const { id } = await released();
      return () => organizer.send('POST', `/surveys/${id}/archive`, {});
    },
  ],
  'POST /surveys/:id/extend': [
    ['survey.extend'],
    async () => {
      const { id } = await opened();
      return () => organizer.send('POST', `/surveys/${id}/extend`, closesIn(20));
    },
  ],
  'POST /surveys/:id/close': [
    ['survey.close'],
    async () => {
      const { id } = await opened();
      return () => organizer.send('POST', `/surveys/${id}/close`, {});
    },
  ],
  'PUT /surveys/:id/publication': [
    ['survey.publish'],
    async () => {
      const { id } = await released();
      return () => organizer.send('PUT', `/surveys/${id}/publication`, { published: true });
    },
  ],
};

/** Reading that is an act of its own: figures leave the house. */
const leaving: typeof writing = {
  'GET /surveys/:id/release.csv': [
    ['results.export'],
    async () => {
      const { id } = await released();
      return () => organizer.send('GET', `/surveys/${id}/release.csv`);
    },
  ],
  'GET /surveys/:id/release.json': [
    ['results.export'],
    async () => {
      const { id } = await released();
      return () => organizer.send('GET', `/surveys/${id}/release.json`);
    },
  ],
};

function staffRoutesThatWrite(): string[] {
  const staff = place.app.routes.filter(({ path }) => path.startsWith('/lam-viec/api/'));
  const writes = staff.filter(({ method }) => !['GET', 'ALL'].includes(method));
  return [...new Set(writes.map(({ method, path }) => `${method} ${path.replace('/lam-viec/api', '')}`))];
}

describe('every staff act leaves its line in the log', () => {
  test('every staff route that writes is driven here', () => {
    expect(staffRoutesThatWrite().sort()).toEqual(Object.keys(writing).sort());
  });

  test.each(Object.entries({ ...writing, ...leaving }))('%s', async (_route, [acts, prepare]) => {
    const here = place;
    try {
      const act = await prepare();
      const before = await lastAct(place.house.db);
      const answer = await act();
      expect([answer.status, answer.ok]).toEqual([answer.status, true]);
      await place.work();
      const told = await actsAfter(place.house.db, before);
      const byPeople = told.filter(({ by }) => by !== null);
      expect(byPeople.map(({ act }) => act)).toEqual(acts);
    } finally {
      if (place !== here) await place.close();
      place = here;
    }
  });
});
