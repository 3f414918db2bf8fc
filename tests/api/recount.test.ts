import { toHex } from '@danban/bytes';
import { unpackCell, type PackedCell } from '@danban/contract';
import { compile, type Definition } from '@danban/survey';
import {
  groupName,
  readEntry,
  readTable,
  recount,
  rootOfTables,
  tablesOf,
  type LogEntry,
  type Recounted,
  type TableLeaf,
} from '@danban/verify';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loggedSurvey, sha256, type LoggedSurvey } from '../support/loggedSurvey.ts';

let logged: LoggedSurvey;
let definition: Definition;
let parents: number[];
let files: TableLeaf[][];

const log = (path: string) => logged.at.app.request(`/api/log/${logged.slug}/${path}`);

beforeAll(async () => {
  logged = await loggedSurvey(240);
  definition = logged.definition;
  parents = JSON.parse(await (await log('tree')).text()) as number[];
  files = tablesIn(Buffer.from(await (await log('tables-1')).arrayBuffer()));
}, 60_000);
afterAll(() => logged.at.close());

function tablesIn(file: Buffer): TableLeaf[][] {
  const { all } = tablesOf(compile(definition));
  let from = 0;
  return all.map(({ criteria }) => {
    const to = from + 4 + file.readUInt32BE(from);
    const leaves = readTable(file.subarray(from + 4, to), criteria.length)!;
    from = to;
    return leaves;
  });
}

const counted = (leaves: TableLeaf[]): Recounted => {
  const result = recount(sha256, parents, leaves);
  if (typeof result === 'string') throw new Error(result);
  return result;
};
const tally = async () => {
  const lines = (await (await logged.at.app.request('/api/log/entries')).text()).split('\n').slice(0, -1);
  const found = lines.map((line) => readEntry(line)!).find(({ kind }) => kind === 'tally');
  return found as Extract<LogEntry, { kind: 'tally' }>;
};

interface Group {
  unit: number;
  categories: number[];
  criteria: number[];
  cells: PackedCell[];
}

async function groups(): Promise<Group[]> {
  const lines = (await (await log('release-1')).text()).split('\n').slice(1, -1);
  return Array.from({ length: lines.length / 2 }, (_, i) => {
    const said = JSON.parse(lines[2 * i]!) as {
      position?: number;
      unit?: number;
      by?: { criterion: number; category: number }[];
    };
    const by = said.by ?? [];
    return {
      unit: said.by ? said.unit! : said.position!,
      categories: by.map(({ category }) => category),
      criteria: by.map(({ criterion }) => criterion),
      cells: JSON.parse(lines[2 * i + 1]!) as PackedCell[],
    };
  });
}

test('the log tells the checksum of the release and the root over the roots of its tables', async () => {
  const told = await tally();
  expect(told.checksum).toBe(toHex(sha256(Buffer.from(await (await log('release-1')).text()))));
  const roots = files.map((leaves) => counted(leaves).root);
  expect(told.tables).toEqual({ count: roots.length, root: toHex(rootOfTables(sha256, roots)) });
  const { size } = counted(files[0]!);
  expect(files.every((leaves) => leaves.length === size)).toBe(true);
  expect(size).toBe(240);
});

test('every published histogram is counted anew from opened leaves, of every unit and every breakdown', async () => {
  const { all, perBreakdown } = tablesOf(compile(definition));
  const all1 = await groups();
  const recounts = files.map(counted);
  let exact = 0;
  for (const { unit, categories, criteria, cells } of all1) {
    const first = all.findIndex((table) => table.criteria.join() === criteria.join());
    cells.forEach((packed, cell) => {
      const shown = unpackCell(packed);
      if (shown.kind !== 'exact') return;
      exact += 1;
      const own = recounts[first + cell]!.counts.get(groupName(unit, categories)) ?? new Uint32Array(256);
      expect(Array.from(own.slice(0, shown.counts.length))).toEqual(shown.counts);
      expect(own.reduce((sum, n) => sum + n, 0)).toBe(shown.n);
    });
    expect(cells).toHaveLength(perBreakdown);
  }
  const some = all1.filter(({ criteria }) => criteria.length > 0);
  expect([exact > 100, some.length > 0]).toEqual([true, true]);
});

test('what is opened says nothing beyond the published figures: of no group more than its release', async () => {
  const shown = new Map<string, PackedCell[]>();
  for (const { unit, categories, criteria, cells } of await groups())
    shown.set(`${criteria.join()} ${groupName(unit, categories)}`, cells);
  const { all } = tablesOf(compile(definition));
  let closed = 0;
  for (const [t, { criteria, cell }] of all.entries()) {
    for (const leaf of files[t]!) {
      if (leaf instanceof Uint8Array) closed += 1;
      else {
        const own = shown.get(`${criteria.join()} ${groupName(leaf.unit, leaf.criteria)}`);
        expect(unpackCell(own![cell]!).kind).toBe('exact');
      }
    }
  }
  expect(closed).toBeGreaterThan(0);
});

test('no leaf of a table has anything in common with one of another table, also of another breakdown of one question', () => {
  const seen = new Map<string, number>();
  const again: string[] = [];
  files.forEach((leaves, t) => {
    for (const leaf of leaves) {
      const parts = leaf instanceof Uint8Array ? [leaf] : [leaf.key, leaf.below];
      for (const part of parts.map(toHex)) {
        if (seen.has(part) && seen.get(part) !== t) again.push(part);
        seen.set(part, t);
      }
    }
  });
  expect(again).toEqual([]);
});

test('the order of two tables over the same people says nothing: places agree as often as by chance', async () => {
  const rows = await sql<{ n: number }>`select count(*)::int as n from release_table`.execute(logged.at.house.db);
  expect(rows.rows[0]!.n).toBe(files.length);
  // Two tables of one question and its breakdown, joined by place: answers agree no more often than shuffled ones.
  const { all, perBreakdown } = tablesOf(compile(definition));
  const at0 = all.findIndex(({ criteria }) => criteria.length === 0);
  const agreed = (shift: number) => {
    let same = 0;
    for (let cell = 0; cell < perBreakdown; cell++) {
      const [one, other] = [files[at0 + cell]!, files[perBreakdown + cell]!];
      one.forEach((leaf, i) => {
        const beside = other[(i + shift) % other.length]!;
        if (leaf instanceof Uint8Array || beside instanceof Uint8Array) return;
        if (leaf.category === beside.category) same += 1;
      });
    }
    return same;
  };
  const shuffled = Array.from({ length: 60 }, (_, shift) => agreed(shift + 1));
  const mean = shuffled.reduce((sum, n) => sum + n, 0) / shuffled.length;
  const spread = Math.sqrt(shuffled.reduce((sum, n) => sum + (n - mean) ** 2, 0) / shuffled.length);
  expect(Math.abs(agreed(0) - mean)).toBeLessThan(5 * spread);
});

test('before results are published neither release nor tables are handed out', async () => {
  const again = await logged.desk();
  expect(
    (await again.send('PUT', `/surveys/${logged.survey.id}/publication`, { published: false })).status,
  ).toBeLessThan(300);
  expect([(await log('release-1')).status, (await log('tables-1')).status]).toEqual([404, 404]);
  expect((await log('leaves')).status).toBe(200);
});

test('the tables of a release are never changed', async () => {
  await expect(sql`delete from release_table`.execute(logged.at.house.db)).rejects.toThrow();
});
