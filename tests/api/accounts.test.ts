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
  root,
  setUp,
  setUpProvince,
  signedIn,
  tokenIn,
  visitor,
  type Visitor,
} from '../support/staff.ts';

const schoolA = { unitId: 'THPT.CTN', bodyId: 'CD.THPT.CTN' };
const schoolB = { unitId: 'THPT.BTHOC', bodyId: 'CD.THPT.BTHOC' };
const nobody = '00000000-0000-4000-8000-000000000000';

async function issueCodes(answer: Response): Promise<unknown> {
  const { code, issues } = (await answer.json()) as { code: string; issues?: { path: string; code: string }[] };
  return [code, ...(issues ?? []).map((issue) => `${issue.path} ${issue.code}`)];
}

onEachPostgres((_, fresh) => {
  let place: TestHouse;
  let admin: Visitor;
  let organizerA: Visitor & { id: string };
  let adminA: Visitor & { id: string };
  let rootId: string;
  let count = 0;

  beforeAll(async () => {
    place = await testHouse(await fresh());
    admin = await setUpProvince(place);
    rootId = ((await (await admin.send('GET', '/me')).json()) as { id: string }).id;
    organizerA = await signedIn(place.app, admin, { login: 'organizer.a', role: 'organizer', ...schoolA });
    adminA = await signedIn(place.app, admin, { login: 'admin.a', role: 'admin', unitId: schoolA.unitId });
  });
  afterAll(() => place.close());

  const login = () => `nguoi.${(count += 1)}`;
  const account = (grants: unknown[], name = login()) => ({ name: 'Lê Văn An', login: name, grants });
  const create = (by: Visitor, grants: unknown[]) => by.send('POST', '/accounts', account(grants));

  describe('who is signed in', () => {
    test.each([
      ['GET', '/me'],
      ['POST', '/me/password'],
      ['GET', '/me/sessions'],
      ['DELETE', '/me/sessions'],
      ['DELETE', `/me/sessions/${nobody}`],
      ['GET', '/accounts'],
      ['POST', '/accounts'],
      ['POST', `/accounts/${nobody}/link`],
      ['GET', `/accounts/${nobody}`],
      ['POST', `/accounts/${nobody}/grants`],
      ['DELETE', `/accounts/${nobody}/grants`],
      ['POST', `/accounts/${nobody}/activation`],
      ['DELETE', `/accounts/${nobody}/sessions`],
      ['GET', '/me/factors'],
      ['POST', '/me/phone'],
      ['GET', '/me/phone'],
      ['POST', '/me/phone/confirmation'],
      ['POST', '/me/phone/recovery'],
      ['DELETE', '/me/phone'],
      ['POST', '/sessions/code'],
      ['GET', '/me/passkeys'],
      ['POST', '/me/passkeys/options'],
      ['PUT', '/me/passkeys/x'],
      ['DELETE', '/me/passkeys/x'],
      ['GET', '/rules'],
      ['PUT', '/rules'],
      ['GET', `/accounts/${nobody}/factors`],
      ['POST', `/accounts/${nobody}/factors/reset`],
      ['GET', `/accounts/${nobody}/handover`],
      ['POST', `/accounts/${nobody}/handover`],
      ['DELETE', `/accounts/${nobody}`],
      ['GET', '/units'],
      ['GET', '/units/found'],
      ['GET', '/units/branch'],
      ['GET', '/bodies'],
      ['PUT', '/organisation'],
    ])('%s %s is closed to strangers', async (method, path) => {
      const body = method === 'GET' || method === 'DELETE' ? undefined : path === '/sessions/code' ? { code: '' } : {};
      expect(await problemOf(await visitor(place.app).send(method, path, body))).toBe('sign-in-required');
    });

    test.each(['organizer', 'drafter', 'leader', 'moderator', 'inspector', 'collector'])(
      'a %s of the whole province manages neither accounts nor units',
      async (role) => {
        const wanted = { login: login(), role, unitId: 'goc', bodyId: role === 'organizer' ? 'goc.dieu-hanh' : null };
        const person = await signedIn(place.app, admin, wanted);
        const grants = [{ role: 'admin', unitId: 'goc', bodyId: null }];
        const answers = await Promise.all([
          person.send('GET', '/accounts'),
          create(person, grants),
          person.send('GET', `/accounts/${rootId}`),
          addGrant(person, person.id, grants[0]!),
          removeGrant(person, rootId, grants[0]!),
          person.send('POST', `/accounts/${rootId}/activation`),
          person.send('POST', `/accounts/${rootId}/link`, { purpose: 'set-password' }),
          person.send('DELETE', `/accounts/${rootId}`),
          person.send('PUT', '/organisation', { schemaVersion: 1, units: [], bodies: [] }),
        ]);
        for (const answer of answers) expect(await problemOf(answer)).toBe('not-allowed');
      },
    );
  });

  describe('an organizer of one school', () => {
    const survey = (where: object) =>
      organizerA.send('POST', '/surveys', { template: 'khao-sat-hai-long-phu-huynh', ...where });

    test('makes a survey of her school for her body', async () => {
      expect((await survey(schoolA)).status).toBe(201);
    });

    test.each([
      ['another school', schoolB],
      ['another school for her own body', { ...schoolB, bodyId: schoolA.bodyId }],
      ['her school for another body', { ...schoolA, bodyId: schoolB.bodyId }],
      ['the unit above', { ...schoolA, unitId: 'SGDDT-NB' }],
      ['the union of the province', { ...schoolA, bodyId: 'CDGD-TINH' }],
      ['a unit that does not exist', { ...schoolA, unitId: 'THPT.CTN%' }],
      ['a unit with a null character', { ...schoolA, unitId: 'THPT.CTN\u0000' }],
    ])('makes none of %s', async (_what, where) => {
      expect(await problemOf(await survey(where))).toBe('not-allowed');
    });

    test('loses the right with the grant, in the session she has', async () => {
      const person = await signedIn(place.app, admin, { login: login(), role: 'organizer', ...schoolB });
      const make = () => person.send('POST', '/surveys', { template: 'khao-sat-hai-long-phu-huynh', ...schoolB });
      expect((await make()).status).toBe(201);
      expect((await addGrant(admin, person.id, { role: 'leader', unitId: schoolB.unitId, bodyId: null })).status).toBe(
        200,
      );
      expect((await removeGrant(admin, person.id, { role: 'organizer', ...schoolB })).status).toBe(200);
      expect(await problemOf(await make())).toBe('not-allowed');
    });
  });

  describe('the administrator of one school', () => {
    test('sees and manages the accounts of her school alone', async () => {
      const teacher = await invite(admin, { login: login(), role: 'leader', unitId: schoolA.unitId });
      const seen = await allAccounts(adminA);
      expect(seen.map(({ id }) => id)).toEqual(expect.arrayContaining([adminA.id, organizerA.id, teacher.id]));
      expect(seen.map(({ id }) => id)).not.toContain(rootId);
      expect((await adminA.send('POST', `/accounts/${teacher.id}/link`, { purpose: 'sign-in' })).status).toBe(201);
      expect((await adminA.send('DELETE', `/accounts/${teacher.id}`)).status).toBe(204);
    });

    test('cannot take over an account that reaches further than hers', async () => {
      const both = await invite(admin, { login: login(), role: 'leader', unitId: schoolA.unitId });
      await addGrant(admin, both.id, { role: 'leader', unitId: schoolB.unitId, bodyId: null });
      for (const id of [rootId, both.id]) {
        const answers = await Promise.all([
          adminA.send('POST', `/accounts/${id}/link`, { purpose: 'set-password' }),
          adminA.send('GET', `/accounts/${id}`),
          addGrant(adminA, id, { role: 'inspector', unitId: schoolA.unitId, bodyId: null }),
          removeGrant(adminA, id, { role: 'leader', unitId: schoolA.unitId, bodyId: null }),
          adminA.send('POST', `/accounts/${id}/activation`),
          adminA.send('DELETE', `/accounts/${id}`),
        ]);
        for (const answer of answers) expect(await problemOf(answer)).toBe('not-allowed');
      }
    });

    test.each([
      ['the province', [{ role: 'admin', unitId: 'goc', bodyId: null }]],
      ['the unit above', [{ role: 'admin', unitId: 'SGDDT-NB', bodyId: null }]],
      ['another school', [{ role: 'leader', unitId: schoolB.unitId, bodyId: null }]],
      [
        'hers and another',
        [
          { role: 'leader', unitId: schoolA.unitId, bodyId: null },
          { role: 'organizer', ...schoolB },
        ],
      ],
      ['a body above, in her school', [{ role: 'organizer', unitId: schoolA.unitId, bodyId: 'MTTQ-TINH-NB' }]],
    ])('gives no role over %s, neither to others nor to herself', async (_what, grants) => {
      for (const answer of [await create(adminA, grants), await addGrant(adminA, adminA.id, grants.at(-1)!)]) {
        expect(await problemOf(answer)).toBe('not-allowed');
      }
      const me = (await (await adminA.send('GET', '/me')).json()) as { grants: unknown[] };
      expect(me.grants).toEqual([{ role: 'admin', unitId: schoolA.unitId, bodyId: null }]);
    });

    test('does not change units', async () => {
      const answer = await adminA.send('PUT', '/organisation', { schemaVersion: 1, units: [] });
      expect(await problemOf(answer)).toBe('not-allowed');
    });
  });

  describe('accounts', () => {
    test('a login is taken once, whatever its capitals, even side by side', async () => {
      const name = login();
      const grants = [{ role: 'leader', unitId: 'goc', bodyId: null }];
      const answers = await Promise.all(
        [name, name.toUpperCase(), ` ${name} `].map((wanted) =>
          admin.send('POST', '/accounts', account(grants, wanted)),
        ),
      );
      expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409, 409]);
      const refused = answers.find((answer) => answer.status === 409);
      expect(await issueCodes(refused!)).toEqual(['login-taken', 'login login-taken']);
    });

    test.each([
      ['no such unit', { role: 'leader', unitId: 'THPT.KHONG', bodyId: null }, 'unitId unknown-unit'],
      ['no such body', { role: 'organizer', unitId: 'THPT.CTN', bodyId: 'CD.KHONG' }, 'bodyId unknown-body'],
      ['an organizer for nobody', { role: 'organizer', unitId: 'THPT.CTN', bodyId: null }, 'bodyId body-required'],
      [
        'a body that may not ask',
        { role: 'organizer', unitId: 'THPT.CTN', bodyId: 'TTND.THPT.CTN' },
        'bodyId body-may-not-organise',
      ],
      [
        'a body of another school',
        { role: 'organizer', ...schoolA, bodyId: schoolB.bodyId },
        'bodyId outside-the-body',
      ],
      ['a body beyond its unit', { role: 'organizer', ...schoolA, unitId: 'SGDDT-NB' }, 'bodyId outside-the-body'],
    ])('%s is named with its place', async (_what, grant, issue) => {
      const good = { role: 'leader', unitId: 'goc', bodyId: null };
      expect(await issueCodes(await create(admin, [good, grant]))).toEqual(['invalid-input', `grants.1.${issue}`]);
    });

    test.each([
      ['no role', []],
      ['an unknown role', [{ role: 'root', unitId: 'goc', bodyId: null }]],
      ['an unknown key', [{ role: 'admin', unitId: 'goc', bodyId: null, scope: '*' }]],
      ['a null character', [{ role: 'admin', unitId: 'goc\u0000', bodyId: null }]],
      ['a thousand roles', Array(1000).fill({ role: 'leader', unitId: 'goc', bodyId: null })],
    ])('%s is invalid input', async (_what, grants) => {
      expect(await problemOf(await create(admin, grants))).toBe('invalid-input');
    });

    test('the same role twice is one role', async () => {
      const grant = { role: 'leader', unitId: 'goc', bodyId: null };
      const { id } = await invite(admin, { login: login(), role: 'inspector', unitId: 'goc' });
      for (let times = 0; times < 2; times++) expect((await addGrant(admin, id, grant)).status).toBe(200);
      const names = { unit: 'Ngành giáo dục tỉnh', body: null };
      const inspector = { ...grant, role: 'inspector', ...names };
      expect((await accountOf(admin, id)).grants).toEqual([{ ...grant, ...names }, inspector]);
    });

    test('who is deactivated is out at once, by session, link and password', async () => {
      const person = await signedIn(place.app, admin, { login: login(), role: 'leader', unitId: 'goc' });
      const other = await invite(admin, { login: login(), role: 'leader', unitId: 'goc' });
      for (const id of [person.id, other.id]) expect((await admin.send('DELETE', `/accounts/${id}`)).status).toBe(204);
      expect((await person.send('GET', '/me')).status).toBe(401);
      expect((await visitor(place.app).send('POST', '/sessions/link', { token: other.token })).status).toBe(410);
      const link = await admin.send('POST', `/accounts/${person.id}/link`, { purpose: 'sign-in' });
      expect(await problemOf(link)).toBe('account-inactive');
    });

    test('who is signed out by the administrator is out on every machine, and may sign in again', async () => {
      const person = await signedIn(place.app, admin, { login: login(), role: 'leader', unitId: schoolA.unitId });
      expect(await problemOf(await organizerA.send('DELETE', `/accounts/${person.id}/sessions`))).toBe('not-allowed');
      expect((await person.send('GET', '/me')).status).toBe(200);
      expect((await adminA.send('DELETE', `/accounts/${person.id}/sessions`)).status).toBe(204);
      expect((await person.send('GET', '/me')).status).toBe(401);
      const again = await adminA.send('POST', `/accounts/${person.id}/link`, { purpose: 'sign-in' });
      const { link } = (await again.json()) as { link: string };
      expect((await visitor(place.app).send('POST', '/sessions/link', { token: tokenIn(link) })).status).toBe(200);
    });

    test.each([nobody, 'x', "' or 1=1"])('there is no account "%s"', async (id) => {
      expect(await problemOf(await admin.send('DELETE', `/accounts/${encodeURIComponent(id)}`))).toBe('not-found');
    });

    test('names come back as clean text, and no view shows a hash', async () => {
      const grants = [{ role: 'leader', unitId: 'goc', bodyId: null }];
      const name = `  Nguyễn\u202E  Thị\u0000 Hoa `.normalize('NFD');
      const answer = await admin.send('POST', '/accounts', { name, login: login(), grants });
      const { account: made } = (await answer.json()) as { account: Record<string, unknown> };
      expect(made.name).toBe('Nguyễn Thị Hoa');
      expect(Object.keys(made).sort()).toEqual(['active', 'grants', 'id', 'login', 'name']);
      expect(JSON.stringify(await allAccounts(admin))).not.toContain('argon2');
    });
  });
});

onEachPostgres((_, fresh) => {
  test('the last administrator of the installation stays', async () => {
    const place = await testHouse(await fresh());
    try {
      const admin = await setUp(place);
      const { id } = (await (await admin.send('GET', '/me')).json()) as { id: string };
      const leader = { role: 'leader', unitId: 'goc', bodyId: null };
      expect((await addGrant(admin, id, leader)).status).toBe(200);
      const refused = [
        await admin.send('DELETE', `/accounts/${id}`),
        await removeGrant(admin, id, { ...leader, role: 'admin' }),
      ];
      for (const answer of refused) expect(await problemOf(answer)).toBe('last-administrator');
      expect((await accountOf(admin, id)).grants.map(({ role }) => role)).toEqual(['admin', 'leader']);
      expect((await admin.send('GET', '/me')).status).toBe(200);
      expect(
        (await visitor(place.app).send('POST', '/sessions', { login: root.login, password: root.password })).status,
      ).toBe(200);
    } finally {
      await place.close();
    }
  });

  test('two administrators who remove each other at once do not leave the house to nobody', async () => {
    const place = await testHouse(await fresh());
    try {
      const first = await setUp(place);
      const { id } = (await (await first.send('GET', '/me')).json()) as { id: string };
      const second = await signedIn(place.app, first, { login: 'second', role: 'admin', unitId: 'goc' });
      const answers = await Promise.all([
        first.send('DELETE', `/accounts/${second.id}`),
        second.send('DELETE', `/accounts/${id}`),
      ]);
      const gone = answers.filter((answer) => answer.status === 204);
      expect(gone).toHaveLength(1);
      const active = await place.house.db.selectFrom('account').select('id').where('active', '=', true).execute();
      expect(active).toHaveLength(1);
    } finally {
      await place.close();
    }
  });
});
