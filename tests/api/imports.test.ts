import type { ImportView, UnitView } from '@danban/contract';
import { createSignInLink } from '@danban/server';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testHouse, type TestHouse } from '../support/house.ts';
import { onEachPostgres } from '../support/onEachPostgres.ts';
import { problemOf, setUp, setUpProvince, signedIn, tokenIn, visitor, type Visitor } from '../support/staff.ts';
import { surveysIn } from '../support/surveys.ts';
import { csv, imported, problemsOf, readFile, sendTable, understood } from '../support/tables.ts';

const heading = 'Mã;Tên;Loại;Mã đơn vị cấp trên;Số CBGVNV;Số học sinh;Số hộ gia đình;Từ ngày';

onEachPostgres((_, fresh) => {
  describe('units from a spreadsheet', () => {
    let place: TestHouse;
    let admin: Visitor;

    beforeAll(async () => {
      place = await testHouse(await fresh());
      admin = await setUp(place);
    });
    afterAll(() => place.close());

    const unitsOn = async (on: string) => (await (await admin.send('GET', `/units?on=${on}`)).json()) as UnitView[];
    const unitOn = async (id: string, on: string) => (await unitsOn(on)).find((one) => one.id === id);
    const countUnits = async () => (await place.house.db.selectFrom('unit').select('id').execute()).length;

    test('are added with their place and counts, and a second time nothing changes', async () => {
      const file = csv(heading, 'SO;Sở Giáo dục;Sở;goc;58;;;1/1/2016', 'A;Trường A;THPT;SO;1.050;58;;5/9/2024');
      const done = { added: 2, changed: 0, unchanged: 0, invitations: [], invitationsCsv: '' };
      expect(await imported(admin, 'units', file)).toEqual(done);
      expect(await unitOn('A', '2024-09-05')).toEqual({
        id: 'A',
        parentId: 'SO',
        type: 'upper_secondary',
        name: 'Trường A',
        shortName: 'Trường A',
        headcount: { staff: 1050, students: 58, households: null },
      });
      expect(await unitOn('A', '2024-09-04')).toBeUndefined();
      const before = await unitsOn('2026-03-02');
      expect(await imported(admin, 'units', file)).toEqual({ ...done, added: 0, unchanged: 2 });
      expect(await unitsOn('2026-03-02')).toEqual(before);
    });

    test('without a day begin on the day that is chosen, today if none is', async () => {
      await imported(admin, 'units', csv('Mã;Tên;Cấp trên', 'T1;Hôm nay;SO'));
      await imported(admin, 'units', csv('Mã;Tên;Cấp trên', 'T2;Ngày chọn;SO'), { day: '2020-02-03' });
      const days = ['2020-02-02', '2020-02-03', '2026-03-01', '2026-03-02'];
      const there = async (id: string) =>
        Promise.all(days.map(async (day) => (await unitOn(id, day)) !== undefined)).then((seen) => seen.map(Number));
      expect([await there('T1'), await there('T2')]).toEqual([
        [0, 0, 0, 1],
        [0, 1, 1, 1],
      ]);
    });

    test('get a new name and a new place from a day on; the days before stay as they were', async () => {
      await imported(admin, 'units', csv(heading, 'B;Trường B;;SO;;;;1/1/2020', 'SO2;Sở mới;;goc;;;;1/1/2020'));
      await imported(admin, 'units', csv('Mã;Tên;Cấp trên;Từ ngày', 'B;Trường B mới;SO2;1/7/2025'));
      const stood = async (on: string) => {
        const { name, parentId } = (await unitOn('B', on))!;
        return [name, parentId];
      };
      expect([await stood('2025-06-30'), await stood('2025-07-01')]).toEqual([
        ['Trường B', 'SO'],
        ['Trường B mới', 'SO2'],
      ]);
    });

    test('that are written out and edited change from the chosen day, and say so', async () => {
      await imported(admin, 'units', csv('Mã;Tên;Cấp trên;Từ ngày', 'C;Trường C;SO;1/1/2020'));
      const file = csv('Mã;Tên;Cấp trên;Từ ngày', 'C;Trường C đổi tên;SO;1/1/2020');
      const view = await understood(admin, 'units', file);
      expect(view.changes.first).toEqual([
        {
          row: 2,
          code: 'C',
          name: 'Trường C đổi tên',
          change: 'changed',
          since: '2026-03-02',
          fields: [
            { field: 'name', from: 'Trường C', to: 'Trường C đổi tên' },
            { field: 'shortName', from: 'Trường C', to: 'Trường C đổi tên' },
          ],
        },
      ]);
      expect((await sendTable(admin, 'units', view)).status).toBe(201);
      expect([(await unitOn('C', '2026-03-01'))?.name, (await unitOn('C', '2026-03-02'))?.name]).toEqual([
        'Trường C',
        'Trường C đổi tên',
      ]);
    });

    test('take counts alone when nothing else is in the file', async () => {
      await imported(admin, 'units', csv('Mã;Tên;Cấp trên;HS', 'D;Trường D;SO;10'));
      expect(await imported(admin, 'units', csv('Mã;HS;CBGVNV', 'd;11;'))).toMatchObject({ changed: 1 });
      expect((await unitOn('D', '2026-03-02'))?.headcount).toEqual({ staff: null, students: 11, households: null });
    });

    test.each<[string, string[], string[]]>([
      ['a parent nobody knows', ['N;N;;TRUONG;'], ['2 parentId leads-nowhere']],
      ['a parent nearly right', ['N;N;;Sở Giáo dụk;'], ['2 parentId leads-nowhere-like']],
      ['a new unit without a name', ['N'], ['2 name new-needs-name']],
      [
        'a name that is there already',
        ['N;SỞ GIÁO DỤC;;goc', 'M;Hoà;;SO', 'L;Hòa;;SO'],
        ['2 name name-of-sibling', '4 name name-of-sibling'],
      ],
      ['one code twice', ['N;N;;SO', 'n;N;;SO'], ['3 id row-twice']],
      ['a cycle in the file', ['N;N;;M', 'M;M;;N'], ['2 parentId cycle', '3 parentId cycle']],
      ['a cycle with what is stored', ['SO;;;A'], ['2 parentId cycle']],
      [
        'a parent that does not exist yet',
        ['N;N;;M;;;;1/1/2020', 'M;M;;SO;;;;1/1/2021'],
        ['2 parentId parent-does-not-exist-then'],
      ],
      ['counts and days that are none', ['N;N;;SO;-3;x;;32/1/2020'], countsAndDay()],
      ['a place in the past', ['A;;;goc;;;;1/1/2025', 'B;;;goc;;;;1/1/2025'], ['3 parentId moved-later']],
      ['a name in the past', ['B;Khác;;;;;;1/1/2025'], ['2 name named-later']],
      ['a change before the unit', ['A;Khác;;;;;;1/1/2020'], ['2 name unit-begins-later']],
      ['a name from tomorrow', ['A;Khác;;;;;;3/3/2026'], ['2 name name-from-tomorrow']],
    ])('%s is said with its row, and nothing is stored', async (_what, lines, problems) => {
      const [units, view] = [
        await countUnits(),
        await understood(admin, 'units', csv(heading, ...lines, 'OK;Đúng;;SO')),
      ];
      expect(problemsOf(view)).toEqual(problems);
      expect(view.counts.wrong).toBe(new Set(problems.map((problem) => problem.split(' ')[0])).size);
      expect(await problemOf(await sendTable(admin, 'units', view))).toBe('import-invalid');
      expect(await countUnits()).toBe(units);
    });

    function countsAndDay(): string[] {
      return ['2 staff not-a-count', '2 students not-a-count', '2 from not-a-written-day'];
    }

    test('a list without codes comes in by its names, and a second time nothing changes', async () => {
      const file = csv(
        'STT;Tên đơn vị;Trực thuộc;Số người',
        '1;Trường Hoa Sữa;;25',
        '2;Tổ Toán;Trường Hoa Sữa;7',
        ';Tổng cộng;;32',
      );
      const view = await understood(admin, 'units', file);
      expect([problemsOf(view), view.notices.first.map(({ row, code }) => `${row} ${code}`)]).toEqual([
        [],
        ['0 codes-made', '0 placed-under-root', '4 sum-left-out'],
      ]);
      expect((await sendTable(admin, 'units', view)).status).toBe(201);
      expect(await unitOn('TO-TOAN', '2026-03-02')).toMatchObject({ parentId: 'TRUONG-HOA-SUA', name: 'Tổ Toán' });
      expect((await unitOn('TRUONG-HOA-SUA', '2026-03-02'))?.parentId).toBe('goc');
      expect((await understood(admin, 'units', file)).counts).toMatchObject({
        added: 0,
        changed: 0,
        unchanged: 2,
        wrong: 0,
      });
      const other = csv('Tên;Trực thuộc', 'Tổ Toán;Trường A', 'TỔ TOÁN;Trường Hoa Sữa');
      const { changes, counts } = await understood(admin, 'units', other);
      expect([changes.first.map(({ row, code }) => `${row} ${code}`), counts.unchanged]).toEqual([['2 TO-TOAN-2'], 1]);
    });

    test('bodies without codes are known by name at their unit, or get codes from their names', async () => {
      const file = csv(
        'Tên tổ chức;Loại;Đơn vị',
        'Công đoàn cơ sở Trường A;Công đoàn;A',
        'Ban đại diện Trường A;Khác;A',
      );
      const view = await understood(admin, 'bodies', file);
      expect([problemsOf(view), view.notices.first.map(({ code }) => code)]).toEqual([[], ['codes-made']]);
      expect((await sendTable(admin, 'bodies', view)).status).toBe(201);
      const { rows } = await sql<{ id: string }>`
        select id from body where name = 'Công đoàn cơ sở Trường A'`.execute(place.house.db);
      expect(rows).toEqual([{ id: 'CONG-DOAN-CO-SO-TRUONG-A' }]);
      expect((await understood(admin, 'bodies', file)).counts).toMatchObject({ added: 0, unchanged: 2, wrong: 0 });
    });

    test('a column that is missing is no row to mend', async () => {
      const view = await understood(admin, 'bodies', csv('X1;X2', 'Công đoàn;A'));
      expect([problemsOf(view), view.counts.wrong]).toEqual([['0 id column-missing'], 0]);
    });

    test('a name that only marks tell from its neighbour is worth a word', async () => {
      const view = await understood(
        admin,
        'units',
        csv('Mã;Tên;Cấp trên', 'HB1;Trường Hòa Bình;SO', 'HB2;Trường Hoa Bình;SO'),
      );
      expect(problemsOf(view)).toEqual([]);
      expect(view.notices.first).toEqual([
        { row: 3, field: 'name', code: 'name-like-sibling', params: { name: 'Trường Hòa Bình', id: 'HB1' } },
      ]);
    });

    test('two at once are stored one after the other, and one unit comes of them', async () => {
      const files = ['E1;Một lúc một;SO', 'E1;Một lúc hai;SO'].map((line) => csv('Mã;Tên;Cấp trên', line));
      const views = await Promise.all(files.map((file) => understood(admin, 'units', file)));
      const answers = await Promise.all(views.map((view) => sendTable(admin, 'units', view)));
      expect(answers.map(({ status }) => status)).toContain(201);
      for (const { status } of answers) expect([201, 422]).toContain(status);
      const names = await place.house.db.selectFrom('unit').select('name').where('id', '=', 'E1').execute();
      expect(names).toHaveLength(1);
    });

    test('who signs out while her table waits stores nothing', async () => {
      const person = await signedIn(place.app, admin, { login: 'going', role: 'admin', unitId: 'goc' });
      const view = await understood(person, 'units', csv('Mã;Tên;Cấp trên', 'GO;Trường đi;SO'));
      const { db } = place.house;
      let sent: Promise<Response> | undefined;
      await db.transaction().execute(async (trx) => {
        await sql`select pg_advisory_xact_lock(hashtextextended('organisation', 0))`.execute(trx);
        sent = sendTable(person, 'units', view);
        const waits = sql<{ pid: number }>`
          select pid from pg_locks where locktype = 'advisory' and not granted
            and database = (select oid from pg_database where datname = current_database())`;
        await expect.poll(async () => (await waits.execute(db)).rows.length, { timeout: 10_000 }).toBe(1);
        expect((await person.send('DELETE', '/sessions')).status).toBeLessThan(300);
      });
      expect(await problemOf(await sent!)).toBe('sign-in-required');
      expect(await unitOn('GO', '2026-03-02')).toBeUndefined();
    });

    test('a cycle that closes through stored units is found', async () => {
      await imported(admin, 'units', csv(heading, 'Y1;Y1;;goc;;;;1/1/2020', 'Y2;Y2;;Y1;;;;1/1/2020'));
      const view = await understood(admin, 'units', csv(heading, 'Y1;;;Y2;;;;1/1/2026'));
      expect(problemsOf(view)).toContain('2 parentId cycle');
    });

    test('nobody takes the last administrator’s root away by a table', async () => {
      const file = csv(heading, 'goc;;;SO;;;;1/1/2026');
      const view = await understood(admin, 'units', file);
      const answer = await sendTable(admin, 'units', view);
      expect([422, 409]).toContain(answer.status);
      expect((await unitOn('goc', '2026-03-02'))?.parentId).toBeNull();
    });

    test('Vietnamese of an old font is read, and said', async () => {
      const view = await understood(admin, 'units', csv('M·;Tªn ®¬n vÞ;CÊp trªn', 'TC;Tr­êng TiÓu häc;SO'));
      expect(view.notices.first).toEqual([
        { row: 2, field: 'name', code: 'repaired-tcvn3', params: { from: 'Tr­êng TiÓu häc', to: 'Trường Tiểu học' } },
      ]);
      expect(view.changes.first[0]?.name).toBe('Trường Tiểu học');
    });

    test('columns that were chosen are remembered for the same headings, for this person alone', async () => {
      const other = await signedIn(place.app, admin, { login: 'second', role: 'admin', unitId: 'goc' });
      const file = csv('X1;X2;X3', 'Q;Trường Q;SO');
      const view = await understood(admin, 'units', file);
      expect([view.columns, problemsOf(view)]).toEqual([{}, ['0 id column-missing']]);
      const columns = { id: 0, name: 1, parentId: 2 };
      const chosen = { table: view.table, sheet: view.sheet, columns };
      const again = (await (await admin.send('POST', '/imports/units/preview', chosen)).json()) as ImportView;
      expect([again.columns, problemsOf(again)]).toEqual([columns, []]);
      const next = await understood(admin, 'units', csv('x1;X2;X3', 'R;Trường R;SO'));
      expect([next.columns, next.remembered]).toEqual([columns, true]);
      expect((await understood(other, 'units', file)).columns).toEqual({});
      expect((await understood(admin, 'bodies', file)).columns).toEqual({});
    });

    test('of what is uploaded nothing is stored before it is imported', async () => {
      const mark = 'Trường dấu vết 7f3a';
      await understood(admin, 'units', csv('Mã;Tên;Cấp trên;Dấu vết 7f3a', `W;${mark};SO;x`));
      const { rows } = await sql<{ text: string }>`
        select query_to_xml('select * from ' || quote_ident(table_name), true, true, '')::text as text
        from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`.execute(
        place.house.db,
      );
      expect(rows.length).toBeGreaterThan(10);
      expect(rows.map(({ text }) => text).join()).not.toContain('7f3a');
    });
  });

  describe('who may import', () => {
    let place: TestHouse;
    let admin: Visitor;
    const file = csv('Mã;Tên', 'A;B');

    beforeAll(async () => {
      place = await testHouse(await fresh());
      admin = await setUpProvince(place);
    });
    afterAll(() => place.close());

    const paths = ['/imports/units/template.xlsx', '/imports/units/current.csv'];

    test('strangers do not', async () => {
      const nobody = visitor(place.app);
      const answers = [
        await readFile(nobody, 'units', file),
        await nobody.send('POST', '/imports/units/preview', {}),
        await nobody.send('POST', '/imports/units', {}),
        ...(await Promise.all(paths.map((path) => nobody.send('GET', path)))),
      ];
      for (const answer of answers) expect(await problemOf(answer)).toBe('sign-in-required');
    });

    test('everybody is told what she may import', async () => {
      const kindsOf = async (role: string, unitId: string) => {
        const person = await signedIn(place.app, admin, { login: `${role}.${unitId}`.toLowerCase(), role, unitId });
        return (await person.send('GET', '/imports')).json();
      };
      expect(await kindsOf('admin', 'goc')).toEqual(['units', 'bodies', 'accounts']);
      expect(await kindsOf('admin', 'THPT.CTN')).toEqual(['accounts']);
      expect(await kindsOf('leader', 'goc')).toEqual([]);
    });

    test.each(['units', 'bodies'] as const)('%s: only administrators of the installation do', async (kind) => {
      const school = { unitId: 'THPT.CTN' };
      const some = [
        await signedIn(place.app, admin, { login: `school.${kind}`, role: 'admin', ...school }),
        await signedIn(place.app, admin, { login: `leader.${kind}`, role: 'leader', unitId: 'goc' }),
      ];
      const view = await understood(admin, kind, file);
      for (const person of some) {
        expect(await problemOf(await readFile(person, kind, file))).toBe('not-allowed');
        expect(await problemOf(await sendTable(person, kind, view))).toBe('not-allowed');
        expect(await problemOf(await person.send('GET', `/imports/${kind}/current.csv`))).toBe('not-allowed');
      }
    });

    test('a table from another site is refused', async () => {
      const answer = await admin.send('POST', '/imports/units/read', file, { origin: 'https://elsewhere.example' });
      expect(await problemOf(answer)).toBe('foreign-origin');
    });

    test.each([
      ['a file that is none', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]), 'file-not-read'],
      ['nothing', new Uint8Array(), 'file-not-read'],
      ['more than eight megabytes', new Uint8Array(8.5 * 1024 * 1024), 'file-not-read'],
      ['ten megabytes', new Uint8Array(10 * 1024 * 1024), 'too-large'],
    ])('%s is refused in words', async (_, bytes, code) => {
      expect(await problemOf(await readFile(admin, 'units', bytes))).toBe(code);
    });

    test.each([
      ['no table', { table: '!!!', sheet: '' }, 'file-not-read'],
      ['a table of something else', { table: Buffer.from('x').toString('base64url'), sheet: '' }, 'file-not-read'],
      ['an unknown key', { table: 'x', sheet: '', more: 1 }, 'invalid-input'],
      ['a day that is none', { table: 'x', sheet: '', day: '2026-02-30' }, 'invalid-input'],
      ['a column of letters', { table: 'x', sheet: '', columns: { id: 'A' } }, 'invalid-input'],
    ])('%s in the place of a table is refused', async (_, body, code) => {
      for (const path of ['/imports/units', '/imports/units/preview'])
        expect(await problemOf(await admin.send('POST', path, body))).toBe(code);
    });

    test('there is no fourth kind and no third form', async () => {
      for (const path of ['/imports/surveys/template.csv', '/imports/units/template.ods', '/imports/units/other.csv'])
        expect(await problemOf(await admin.send('GET', path))).toBe('not-found');
    });

    test('columns that do not exist are left out, whatever the page says', async () => {
      const view = await understood(admin, 'units', file);
      const chosen = { table: view.table, sheet: '', columns: { id: 0, name: 77, nonsense: 1 } };
      const again = (await (await admin.send('POST', '/imports/units/preview', chosen)).json()) as ImportView;
      expect(again.columns).toEqual({ id: 0 });
    });

    test('while a long table is read, others are answered', async () => {
      const lines = Array.from({ length: 5000 }, (_, i) => `U${i};Trường số ${i};SGDDT-NB`);
      let [reading, answered] = [true, 0];
      const read = understood(admin, 'units', csv('Mã;Tên;Cấp trên', ...lines)).finally(() => (reading = false));
      while (reading) {
        expect((await admin.send('GET', '/me')).status).toBe(200);
        answered += 1;
      }
      expect((await read).counts).toMatchObject({ rows: 5000, added: 5000, wrong: 0 });
      expect(answered).toBeGreaterThan(20);
    });
  });

  describe('while people answer', () => {
    let place: TestHouse;
    afterAll(() => place.close());

    test('a unit may shrink and move: its survey keeps what it was opened with, and that is said', async () => {
      place = await testHouse(await fresh());
      const surveys = await surveysIn(place);
      const survey = await surveys.open();
      const frozen = async () =>
        place.house.db.selectFrom('survey_unit').selectAll().where('survey_id', '=', survey.id).execute();
      const before = await frozen();
      const admin = visitor(place.app);
      const token = tokenIn(await createSignInLink(place.house, surveys.people.admin));
      expect((await admin.send('POST', '/sessions/link', { token })).status).toBe(200);
      const unit = before[0]!.unit_id;
      const view = await understood(admin, 'units', csv('Mã;CBGVNV;HS;Số hộ', `${unit};1;1;1`));
      expect(view.notices.first).toEqual([{ row: 2, code: 'unit-being-asked' }]);
      expect((await sendTable(admin, 'units', view)).status).toBe(201);
      expect(await frozen()).toEqual(before);
    });
  });
});
