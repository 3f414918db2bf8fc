import { utf8 } from '@danban/bytes';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { repair } from '../cells/repair.ts';
import { guessColumns, sheetFor, tableIn } from '../columns/table.ts';
import type { Kind } from '../columns/fields.ts';
import { readFile } from '../file/read.ts';
import { readAccounts } from '../rows/accounts.ts';
import { readBodies } from '../rows/bodies.ts';
import { readPeople } from '../rows/people.ts';
import type { RowIssue, Understood } from '../rows/cells.ts';
import { readUnits } from '../rows/units.ts';
import { csvOf } from './csv.ts';
import { examples } from './examples.ts';
import { guard, unguard } from './guard.ts';
import type { LineOf } from './lines.ts';
import { workbookOf } from './workbook.ts';

/** Enough for a machine that does other things, too. */
const slow = { timeout: 60_000 };

const written = {
  csv: async <K extends Kind>(kind: K, lines: LineOf[K][]) => utf8(csvOf(kind, lines)),
  xlsx: workbookOf,
};
const readers = { units: readUnits, bodies: readBodies, accounts: readAccounts, people: readPeople } as const;

async function cameBack<K extends Kind>(
  kind: K,
  lines: LineOf[K][],
  how: 'csv' | 'xlsx',
): Promise<Understood<Record<string, unknown>>> {
  const file = await readFile(await written[how](kind, lines));
  if (!file.ok) throw new Error(file.issue.code);
  const table = tableIn(kind, sheetFor(kind, file.value));
  const stored = new Set(lines.flatMap((line) => Object.values(line) as unknown[]));
  const { rows } = repair(table.rows, (text) => stored.has(text));
  const read = readers[kind] as (...from: unknown[]) => Understood<object>;
  return read(rows, guessColumns(kind, table.headings)) as Understood<Record<string, unknown>>;
}

const nasty = fc.constantFrom(...`=+-@＝'"|,;\t<&>%_x0041_ áệưĐ0.1/`);
const oneLine = fc
  .oneof(fc.string({ unit: nasty, maxLength: 40 }), fc.string({ unit: 'grapheme', maxLength: 40 }))
  .map((text) =>
    text
      .replace(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, '')
      .replace(/\s+/g, ' ')
      .trim()
      .normalize('NFC'),
  )
  .filter((text) => text !== '');
const code = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._-]{0,20}$/);
const count = fc.option(fc.integer({ min: 0, max: 10_000_000 }));
const day = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
  .map((at) => at.toISOString().slice(0, 10));
const how = fc.constantFrom('csv' as const, 'xlsx' as const);
const type = fc.oneof(fc.constantFrom('primary', 'office', 'upper_secondary'), fc.constant('Trường nội trú'));

const unit = fc.record({
  id: code,
  name: oneLine,
  shortName: oneLine,
  type,
  parentId: fc.option(code),
  staff: count,
  students: count,
  households: count,
  from: day,
});
const distinct = { selector: (one: { id: string }) => one.id.toLowerCase(), minLength: 1, maxLength: 6 };

const absent = (value: unknown): unknown => value ?? undefined;

test('units that are written out come back the same, by CSV and by workbook', slow, async () => {
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(unit, distinct), how, async (lines, by) => {
      const { rows, issues } = await cameBack('units', lines, by);
      expect(issues).toEqual([]);
      const expected = lines.map(({ parentId, ...line }, i) => ({ ...line, parent: parentId, row: i + 2 }));
      expect(rows).toEqual(expected.map((line) => mapValues(line, absent)));
    }),
    { numRuns: 60 },
  );
});

function mapValues(line: object, map: (value: unknown) => unknown): Record<string, unknown> {
  return Object.fromEntries(Object.entries(line).map(([key, value]) => [key, map(value)]));
}

const body = fc.record({
  id: code,
  name: oneLine,
  kind: fc.constantFrom('union', 'front', 'people_inspection', 'other'),
  unitId: code,
  parentId: fc.option(code),
  canOrganise: fc.boolean(),
  canCritique: fc.boolean(),
  canAudit: fc.boolean(),
  from: fc.option(day),
  to: fc.option(day),
});

test('bodies that are written out come back the same', slow, async () => {
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(body, distinct), how, async (lines, by) => {
      const { rows, issues } = await cameBack('bodies', lines, by);
      expect(issues).toEqual([]);
      const expected = lines.map(({ parentId, unitId, ...line }, i) => ({
        ...line,
        unit: unitId,
        parent: parentId,
        row: i + 2,
      }));
      expect(rows).toEqual(expected.map((line) => mapValues(line, absent)));
    }),
    { numRuns: 40 },
  );
});

test('a name that looks like a font from before comes back as it is stored', async () => {
  const line = { ...examples.units, id: 'X', name: 'Tr­êng §¹i häc', shortName: 'Vò' };
  for (const by of ['csv', 'xlsx'] as const) {
    const { rows } = await cameBack('units', [line], by);
    expect([rows[0]!['name'], rows[0]!['shortName']]).toEqual([line.name, line.shortName]);
  }
});

test.each(['",', '|"', ',"'])('a name of %s does not change where cells end', async (quoted) => {
  const name = quoted.repeat(9);
  const lines = ['A.1', 'A.2'].map((id) => ({ ...examples.units, id, name }));
  const { rows } = await cameBack('units', lines, 'csv');
  expect(rows.map((row) => row['name'])).toEqual([name, name]);
});

test('no cell begins as a formula does', slow, async () => {
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(unit, distinct), how, async (lines, by) => {
      const file = await readFile(await written[by]('units', lines));
      const cells = file.ok ? file.value.flatMap((sheet) => sheet.rows.flatMap((row) => row.cells)) : [];
      expect(cells.length).toBeGreaterThan(9);
      for (const cell of cells) expect(cell).not.toMatch(/^[=+\-@＝＋－＠]/);
    }),
    { numRuns: 30 },
  );
});

test('guarding is undone exactly, whatever the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: nasty }), (text) => {
      expect(unguard(guard(text))).toBe(text);
      expect(guard(text)).not.toMatch(/^[=+\-@＝＋－＠\t]/);
    }),
  );
});

test.each(['units', 'bodies', 'accounts', 'people'] as const)(
  'the template of %s is read without a word but its example',
  async (kind) => {
    for (const by of ['csv', 'xlsx'] as const) {
      const { rows, issues, notices } = await cameBack(kind, [examples[kind]] as never[], by);
      expect([rows, issues, notices]).toEqual([[], [], [{ row: 2, code: 'example-left-out' } satisfies RowIssue]]);
    }
  },
);
