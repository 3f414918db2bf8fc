import { expect, test } from 'vitest';
import { fieldsOf, type Columns, type Kind } from '../columns/fields.ts';
import { readAccounts } from './accounts.ts';
import { readBodies } from './bodies.ts';
import { readUnits } from './units.ts';

const all = <K extends Kind>(kind: K): Columns<K> =>
  Object.fromEntries(fieldsOf[kind].map((field, i) => [field, i])) as Columns<K>;
const rows = (...lines: string[]) => lines.map((line, i) => ({ number: i + 2, cells: line.split('|') }));
const said = (issues: { row: number; field?: string; code: string }[]) =>
  issues.map(({ row, field, code }) => `${row} ${field ?? ''} ${code}`);

test('a unit is read with its counts, day and type', () => {
  const { rows: units, issues } = readUnits(
    rows('TH.01|Trường A|TH A|Trường tiểu học|SGD|1.050|58||5/9/2024'),
    all('units'),
  );
  expect(issues).toEqual([]);
  expect(units).toEqual([
    {
      row: 2,
      id: 'TH.01',
      name: 'Trường A',
      shortName: 'TH A',
      type: 'primary',
      parent: 'SGD',
      staff: 1050,
      students: 58,
      households: undefined,
      from: '2024-09-05',
    },
  ]);
});

test('a column the file does not have says nothing', () => {
  const { rows: units } = readUnits(rows('TH.01|58'), { id: 0, students: 1 });
  expect([units[0]!.students, units[0]!.name]).toEqual([58, undefined]);
});

test('a type of their own stands as it is written', () => {
  expect(readUnits(rows('A|A||Trường nội trú'), all('units')).rows[0]!.type).toBe('Trường nội trú');
});

test.each([
  ['a code with marks', ['Trường A|x'], ['2 id code-shape-like']],
  ['a code of nothing', ['"|x'], ['2 id code-shape']],
  ['no code', ['|x'], ['2 id cell-missing']],
  ['a code twice, capitals aside', ['A|x', 'B|x', 'a|x'], ['4 id row-twice']],
  ['counts and days that are none', ['A|x||||-1|9,5|x|31/2/2024'], staffAndMore()],
  ['a name of 301 letters', [`A|${'x'.repeat(301)}`], ['2 name cell-too-long']],
])('in units, %s is said', (_, lines, codes) => {
  expect(said(readUnits(rows(...lines), all('units')).issues)).toEqual(codes);
});

function staffAndMore(): string[] {
  return ['2 staff not-a-count', '2 students not-a-count', '2 households not-a-count', '2 from not-a-written-day'];
}

test('bodies are read with what they may do; what is blank is not said', () => {
  const { rows: bodies, issues } = readBodies(
    rows('CD.1|Công đoàn A|công đoàn|TH.01||x|không||', 'CD.2|B|Chi bộ|TH.01||có thể'),
    all('bodies'),
  );
  expect(bodies[0]).toMatchObject({ kind: 'union', canOrganise: true, canCritique: false, canAudit: undefined });
  expect(said(issues)).toEqual(['3 kind unknown-body-kind', '3 canOrganise not-yes-or-no']);
});

test('an account is read, its login in small letters', () => {
  const { rows: accounts, issues } = readAccounts(
    rows('Lê Văn An|An.Le@Truong.edu.vn|Người tổ chức|TH.01|CD.1'),
    all('accounts'),
  );
  expect(issues).toEqual([]);
  expect(accounts[0]).toEqual({
    row: 2,
    name: 'Lê Văn An',
    login: 'an.le@truong.edu.vn',
    role: 'organizer',
    unit: 'TH.01',
    body: 'CD.1',
  });
});

test.each([
  ['no name, no role', ['|an.le||TH.01'], ['2 name cell-missing', '2 role cell-missing']],
  ['an address without a domain', ['An|an@|Lãnh đạo|A'], ['2 login not-an-email']],
  ['an address with two signs', ['An|an@@a.vn|Lãnh đạo|A'], ['2 login not-an-email']],
  ['an address with a space', ['An|an le@a.vn|Lãnh đạo|A'], ['2 login not-an-email']],
  ['a login with marks', ['An|Lê Văn An|Lãnh đạo|A'], ['2 login login-shape-like']],
  ['a login of two letters', ['An|an|Lãnh đạo|A'], ['2 login login-shape']],
  ['an unknown role', ['An|an.le|Bảo vệ|A'], ['2 role unknown-role']],
  ['one role twice', ['An|an.le|Lãnh đạo|A', 'An|AN.LE|leader|a'], ['3 login row-twice']],
  ['one login for two people', ['An|an.le|Lãnh đạo|A', 'Bình|an.le|Lãnh đạo|B'], ['3 login login-of-two']],
])('in accounts, %s is said', (_, lines, codes) => {
  expect(said(readAccounts(rows(...lines), all('accounts')).issues)).toEqual(codes);
});

test('two roles of one person are two rows of one account', () => {
  const { issues } = readAccounts(rows('An|an.le|Lãnh đạo|A', 'AN|an.le|Lãnh đạo|B'), all('accounts'));
  expect(issues).toEqual([]);
});
