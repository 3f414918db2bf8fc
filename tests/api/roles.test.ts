import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testHouse, type TestHouse } from '../support/house.ts';
import { onEachPostgres } from '../support/onEachPostgres.ts';
import {
  accountOf,
  addGrant,
  allAccounts,
  invite,
  problemOf,
  removeGrant,
  setUpProvince,
  signedIn,
  visitor,
  type Visitor,
} from '../support/staff.ts';

const school = 'THPT.CTN';
const leads = { role: 'leader', unitId: school, bodyId: null };
const organizes = { role: 'organizer', unitId: school, bodyId: 'CD.THPT.CTN' };
const inspects = { role: 'inspector', unitId: 'goc', bodyId: null };
const runs = { role: 'admin', unitId: 'goc', bodyId: null };

onEachPostgres((_, fresh) => {
  let place: TestHouse;
  let admin: Visitor;
  let schoolAdmin: Visitor & { id: string };
  let count = 0;
  const login = () => `nguoi.${(count += 1)}`;
  const rolesOf = async (id: string) => (await accountOf(admin, id)).grants.map(({ role }) => role);

  beforeAll(async () => {
    place = await testHouse(await fresh());
    admin = await setUpProvince(place);
    schoolAdmin = await signedIn(place.app, admin, { login: 'admin.ctn', role: 'admin', unitId: school });
  });
  afterAll(() => place.close());

  describe('roles', () => {
    test('are added and taken away one by one, and are told with the names people know', async () => {
      const { id } = await invite(admin, { login: login(), ...leads });
      expect((await addGrant(schoolAdmin, id, organizes)).status).toBe(200);
      const { grants } = await accountOf(schoolAdmin, id);
      expect(grants.map(({ role, body }) => [role, body])).toEqual([
        ['organizer', 'Công đoàn cơ sở THPT chuyên Thành Nam'],
        ['leader', null],
      ]);
      expect((await removeGrant(schoolAdmin, id, leads)).status).toBe(200);
      expect(await rolesOf(id)).toEqual(['organizer']);
    });

    test('two people who give one account a role at once give it both', async () => {
      const { id } = await invite(admin, { login: login(), ...leads });
      const answers = await Promise.all([addGrant(admin, id, inspects), addGrant(admin, id, organizes)]);
      expect(answers.map(({ status }) => status)).toEqual([200, 200]);
      expect((await rolesOf(id)).sort()).toEqual(['inspector', 'leader', 'organizer']);
    });

    test('taking away what is not held changes nothing', async () => {
      const { id } = await invite(admin, { login: login(), ...organizes });
      await addGrant(admin, id, leads);
      expect((await removeGrant(admin, id, { ...organizes, bodyId: null })).status).toBe(200);
      expect((await removeGrant(admin, id, { ...leads, unitId: 'THPT.KHONG' })).status).toBe(200);
      expect((await rolesOf(id)).sort()).toEqual(['leader', 'organizer']);
    });

    test('the last one stays', async () => {
      const { id } = await invite(admin, { login: login(), ...leads });
      expect(await problemOf(await removeGrant(admin, id, leads))).toBe('last-role');
      expect(await rolesOf(id)).toEqual(['leader']);
    });

    test.each([
      ['an unknown role', { ...leads, role: 'root' }],
      ['a unit that is no id', { ...leads, unitId: "' or 1=1" }],
      ['an unknown key', { ...leads, scope: '*' }],
    ])('%s is invalid input', async (_what, grant) => {
      const { id } = await invite(admin, { login: login(), ...leads });
      expect(await problemOf(await addGrant(admin, id, grant))).toBe('invalid-input');
      const asked = `/accounts/${id}/grants?${new URLSearchParams(grant as unknown as Record<string, string>).toString()}`;
      expect(await problemOf(await admin.send('DELETE', asked))).toBe('invalid-input');
    });

    test('a role added for a unit or body beyond the administrator’s is refused', async () => {
      const { id } = await invite(admin, { login: login(), ...leads });
      for (const grant of [inspects, { ...organizes, bodyId: 'MTTQ-TINH-NB' }]) {
        expect(await problemOf(await addGrant(schoolAdmin, id, grant))).toBe('not-allowed');
      }
    });

    test('an administrator who takes away her own role is out of the accounts with the next request', async () => {
      const person = await signedIn(place.app, admin, { login: login(), role: 'admin', unitId: school });
      await addGrant(admin, person.id, leads);
      expect((await removeGrant(person, person.id, { ...runs, unitId: school })).status).toBe(200);
      expect(await problemOf(await person.send('GET', '/accounts'))).toBe('not-allowed');
      expect((await person.send('GET', '/me')).status).toBe(200);
    });
  });

  describe('an account that was ended', () => {
    test('keeps its roles and neither gains nor loses one until it is let in again', async () => {
      const { id } = await invite(admin, { login: login(), ...leads });
      await addGrant(admin, id, organizes);
      expect((await admin.send('DELETE', `/accounts/${id}`)).status).toBe(204);
      for (const answer of [await addGrant(admin, id, inspects), await removeGrant(admin, id, leads)]) {
        expect(await problemOf(answer)).toBe('account-inactive');
      }
      expect((await schoolAdmin.send('POST', `/accounts/${id}/activation`)).status).toBe(201);
      expect((await rolesOf(id)).sort()).toEqual(['leader', 'organizer']);
      expect((await addGrant(admin, id, inspects)).status).toBe(200);
    });

    test('comes back by a link alone: the password it had is gone', async () => {
      const name = login();
      const password = 'mot mat khau cu that dai';
      const person = await signedIn(place.app, admin, { login: name, ...leads });
      expect((await person.send('POST', '/me/password', { password })).status).toBe(200);
      await admin.send('DELETE', `/accounts/${person.id}`);
      const answer = await admin.send('POST', `/accounts/${person.id}/activation`);
      const { link } = (await answer.json()) as { link: string };
      const again = visitor(place.app);
      expect((await again.send('POST', '/sessions', { login: name, password })).status).toBe(401);
      expect((await person.send('GET', '/me')).status).toBe(401);
      const token = new URL(link).searchParams.get('ma');
      expect((await again.send('POST', '/sessions/link', { token })).status).toBe(200);
      expect((await again.send('GET', '/me')).status).toBe(200);
    });

    test('letting in who is in already leaves the password alone', async () => {
      const name = login();
      const password = 'mot mat khau van con dung';
      const person = await signedIn(place.app, admin, { login: name, ...leads });
      await person.send('POST', '/me/password', { password });
      expect((await admin.send('POST', `/accounts/${person.id}/activation`)).status).toBe(201);
      expect((await visitor(place.app).send('POST', '/sessions', { login: name, password })).status).toBe(200);
    });
  });

  test('an account without a role is in the hands of the installation’s administrators alone', async () => {
    const { id } = await invite(admin, { login: login(), ...leads });
    await place.house.db.deleteFrom('role_grant').where('account_id', '=', id).execute();
    const ids = async (by: Visitor) => (await allAccounts(by)).map((account) => account.id);
    expect(await ids(admin)).toContain(id);
    expect(await ids(schoolAdmin)).not.toContain(id);
    for (const answer of [
      await schoolAdmin.send('GET', `/accounts/${id}`),
      await schoolAdmin.send('POST', `/accounts/${id}/link`, { purpose: 'set-password' }),
      await addGrant(schoolAdmin, id, leads),
    ]) {
      expect(await problemOf(answer)).toBe('not-allowed');
    }
  });

  test('two administrators who demote each other at once do not leave the house to nobody', async () => {
    const me = ((await (await admin.send('GET', '/me')).json()) as { id: string }).id;
    const other = await signedIn(place.app, admin, { login: login(), ...runs });
    for (const id of [me, other.id]) expect((await addGrant(admin, id, inspects)).status).toBe(200);
    const answers = await Promise.all([removeGrant(admin, other.id, runs), removeGrant(other, me, runs)]);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  });
});
