import type { AccountView, InvitationView, PageView } from '@danban/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testHouse, type TestHouse } from '../support/house.ts';
import { onEachPostgres } from '../support/onEachPostgres.ts';
import { invite, problemOf, setUpProvince, signedIn, tokenIn, visitor, type Visitor } from '../support/staff.ts';
import { csv, imported, problemsOf, readFile, sendTable, understood } from '../support/tables.ts';

const heading = 'Họ tên;E-mail;Vai trò;Đơn vị;Tổ chức';
const school = { unitId: 'THPT.CTN', bodyId: 'CD.THPT.CTN' };
const union = 'Công đoàn cơ sở THPT chuyên Thành Nam';

onEachPostgres((_, fresh) => {
  let place: TestHouse;
  let admin: Visitor;
  let schoolAdmin: Visitor;

  beforeAll(async () => {
    place = await testHouse(await fresh());
    admin = await setUpProvince(place);
    schoolAdmin = await signedIn(place.app, admin, { login: 'school.admin', role: 'admin', unitId: school.unitId });
  });
  afterAll(() => place.close());

  const found = async (login: string): Promise<AccountView> => {
    const answer = await admin.send('GET', `/accounts?q=${encodeURIComponent(login)}`);
    return ((await answer.json()) as PageView<AccountView>).items.find((one) => one.login === login)!;
  };
  const grantsOf = async (login: string) =>
    (await found(login)).grants.map(({ role, unitId, bodyId }) => ({ role, unitId, bodyId }));
  const countAccounts = async () => (await place.house.db.selectFrom('account').select('id').execute()).length;

  describe('accounts from a spreadsheet', () => {
    let invitations: InvitationView[];

    test('are invited: each new person gets a link that works once and lets her choose a password', async () => {
      const done = await imported(
        admin,
        'accounts',
        csv(
          heading,
          `Lê Thị Lan;Lan.Le@truong.edu.vn;Người tổ chức;THPT.CTN;${school.bodyId}`,
          'Trần Văn Bình;binh.tran;Lãnh đạo;thpt.ctn;',
          'Lê Thị Lan;lan.le@truong.edu.vn;Đầu mối tổng hợp;SGDDT-NB;',
        ),
      );
      expect(done).toMatchObject({ added: 2, changed: 0, unchanged: 0 });
      invitations = done.invitations;
      expect(invitations.map(({ login, unit }) => [login, unit])).toEqual([
        ['lan.le@truong.edu.vn', 'Trường THPT chuyên Thành Nam'],
        ['binh.tran', 'Trường THPT chuyên Thành Nam'],
      ]);
      expect(await grantsOf('lan.le@truong.edu.vn')).toEqual([
        { role: 'organizer', ...school },
        { role: 'collector', unitId: 'SGDDT-NB', bodyId: null },
      ]);
      const lan = visitor(place.app);
      const token = tokenIn(invitations[0]!.link);
      expect((await lan.send('POST', '/sessions/link', { token })).status).toBe(200);
      expect((await lan.send('POST', '/me/password', { password: 'mot cau that dai' })).status).toBe(200);
      expect((await visitor(place.app).send('POST', '/sessions/link', { token })).status).toBe(410);
    });

    test('come with a picture of each link and a list, and no password anywhere', async () => {
      const done = await imported(admin, 'accounts', csv(heading, '=Võ Tám;vo.tam;Lãnh đạo;THPT.CTN'));
      expect(done.invitations[0]?.qr).toMatch(/^data:image\/svg\+xml;base64,/);
      expect(done.invitationsCsv).toContain(`'=Võ Tám;vo.tam;`);
      expect(done.invitationsCsv).toContain(done.invitations[0]!.link);
      const row = await place.house.db
        .selectFrom('account')
        .select('password_hash')
        .where('login', '=', 'vo.tam')
        .executeTakeFirstOrThrow();
      expect(row.password_hash).toBeNull();
    });

    test('that are there get the roles they lack, no link, and lose none', async () => {
      const file = csv(
        heading,
        'Trần Văn Bình;binh.tran;Lãnh đạo;THPT.CTN',
        'Trần Văn Bình;binh.tran;Tổng hợp;THPT.CTN',
      );
      const done = await imported(admin, 'accounts', file);
      expect(done).toMatchObject({ added: 0, changed: 1, unchanged: 0, invitations: [], invitationsCsv: '' });
      expect((await grantsOf('binh.tran')).map(({ role }) => role)).toEqual(['leader', 'collector']);
      expect(await imported(admin, 'accounts', file)).toMatchObject({ added: 0, changed: 0, unchanged: 1 });
    });

    test('units and bodies are found by their names', async () => {
      const file = csv(heading, `Đỗ Chi;do.chi;Người tổ chức;Trường THPT chuyên Thành Nam;${union}`);
      await imported(admin, 'accounts', file);
      expect(await grantsOf('do.chi')).toEqual([{ role: 'organizer', ...school }]);
    });

    test.each<[string, string[], string[]]>([
      ['a unit nobody knows', ['A B;a.b;Lãnh đạo;THPT.CNT'], ['2 unitId leads-nowhere-like']],
      ['an organizer for nobody', ['A B;a.b;Người tổ chức;THPT.CTN'], ['2 bodyId body-required']],
      ['a body nobody knows', ['A B;a.b;Người tổ chức;THPT.CTN;Hội hè'], ['2 bodyId leads-nowhere']],
      ['a body that may not ask', ['A B;a.b;Người tổ chức;THPT.CTN;TTND.THPT.CTN'], ['2 bodyId body-may-not-organise']],
      ['a body of another school', ['A B;a.b;Người tổ chức;THPT.BTHOC;CD.THPT.CTN'], ['2 bodyId outside-the-body']],
      ['an unknown role', ['A B;a.b;Bảo vệ;THPT.CTN'], ['2 role unknown-role']],
      ['a login that is no address', ['A B;a@b;Lãnh đạo;THPT.CTN'], ['2 login not-an-email']],
      ['the login of another person', ['Ai Khác;binh.tran;Lãnh đạo;THPT.BTHOC'], ['2 login login-of-another']],
      ['one login for two', ['A B;a.b;Lãnh đạo;THPT.CTN', 'C D;a.b;Lãnh đạo;THPT.CTN'], ['3 login login-of-two']],
    ])('%s is said with its row, and nobody is invited', async (_what, lines, problems) => {
      const before = await countAccounts();
      const view = await understood(admin, 'accounts', csv(heading, ...lines, 'E F;e.f;Lãnh đạo;THPT.CTN'));
      expect(problemsOf(view)).toEqual(problems);
      expect(await problemOf(await sendTable(admin, 'accounts', view))).toBe('import-invalid');
      expect(await countAccounts()).toBe(before);
    });

    test('an account that was ended stays ended', async () => {
      const { id } = await invite(admin, { login: 'da.nghi', role: 'leader', unitId: school.unitId });
      expect((await admin.send('DELETE', `/accounts/${id}`)).status).toBe(204);
      const view = await understood(admin, 'accounts', csv(heading, 'Người da.nghi;da.nghi;Tổng hợp;THPT.CTN'));
      expect(problemsOf(view)).toEqual(['2 login account-inactive']);
    });

    test('more than five hundred people at once are too many', async () => {
      const lines = Array.from({ length: 501 }, (_, i) => `Người ${i};nguoi.so.${i};Lãnh đạo;THPT.CTN`);
      const view = await understood(admin, 'accounts', csv(heading, ...lines));
      expect(problemsOf(view)).toEqual(['0  too-many-accounts']);
    });

    test('two administrators who invite the same person at once invite her once', async () => {
      const view = await understood(admin, 'accounts', csv(heading, 'Hai Lần;hai.lan;Lãnh đạo;THPT.CTN'));
      const answers = await Promise.all([sendTable(admin, 'accounts', view), sendTable(schoolAdmin, 'accounts', view)]);
      const done = (await Promise.all(answers.map((answer) => answer.json()))) as {
        added: number;
        unchanged: number;
      }[];
      expect(done.map(({ added }) => added).sort()).toEqual([0, 1]);
      expect(done.map(({ unchanged }) => unchanged).sort()).toEqual([0, 1]);
    });
  });

  describe('the administrator of one school', () => {
    test('is the least who may: organizers and leaders neither read, import nor take out accounts', async () => {
      const view = await understood(schoolAdmin, 'accounts', csv(heading, 'A B;a.b;Quản trị hệ thống;THPT.CTN'));
      const grants = [
        { login: 'to.chuc', role: 'organizer', ...school },
        { login: 'lanh.dao', role: 'leader', unitId: 'goc' },
      ];
      for (const grant of grants) {
        const person = await signedIn(place.app, admin, grant);
        expect(await problemOf(await readFile(person, 'accounts', csv(heading)))).toBe('not-allowed');
        expect(await problemOf(await sendTable(person, 'accounts', view))).toBe('not-allowed');
        expect(await problemOf(await person.send('GET', '/imports/accounts/current.csv'))).toBe('not-allowed');
      }
    });

    test('invites into her school', async () => {
      const file = csv(heading, `Phạm Ngà;pham.nga;Người tổ chức;THPT.CTN;${school.bodyId}`);
      expect(await imported(schoolAdmin, 'accounts', file)).toMatchObject({ added: 1 });
    });

    test.each([
      ['another school', 'A B;a.b;Lãnh đạo;THPT.BTHOC', '2 unitId outside-your-units'],
      ['the province', 'A B;a.b;Quản trị hệ thống;goc', '2 unitId outside-your-units'],
      ['a body above, in her school', 'A B;a.b;Người tổ chức;THPT.CTN;MTTQ-TINH-NB', '2 bodyId outside-your-units'],
      ['an account beyond her reach', 'Phạm Thị Mai;mai.quantri;Lãnh đạo;THPT.CTN', '2 login login-of-somebody'],
    ])('does not reach %s', async (_what, line, problem) => {
      const view = await understood(schoolAdmin, 'accounts', csv(heading, line));
      expect(problemsOf(view)).toEqual([problem]);
      expect(JSON.stringify(view.problems)).not.toContain('Phạm Thị Mai');
      expect(await problemOf(await sendTable(schoolAdmin, 'accounts', view))).toBe('import-invalid');
    });

    test('writes out the accounts of her school alone', async () => {
      const file = await (await schoolAdmin.send('GET', '/imports/accounts/current.csv')).text();
      expect([file.includes('school.admin'), file.includes('mai.quantri')]).toEqual([true, false]);
    });
  });
});
