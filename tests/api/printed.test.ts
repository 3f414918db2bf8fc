import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { cellsOf, type CellView, type ReleasePage, type SurveyView } from '@danban/contract';
import { t } from '@danban/i18n';
import { settle } from '@danban/server/example/people';
import { signedIn, type Send } from '@danban/server/example/visitor';
import { dissentTold, settledFrom, type Hidden, type Told } from '@danban/server/results/testing/reader';
import type { Definition } from '@danban/survey';
import { freshDatabase, type FreshDatabase } from '../support/freshDatabase.ts';
import { testHouse, type TestHouse } from '../support/house.ts';
import { pagesOf } from '../support/pages.ts';
import { figuresInReport, figuresInRows, figuresOnPage, sectionsIn, textIn, type Printed } from '../support/printed.ts';
import { rowsIn, unzipped } from '../support/unzipped.ts';

vi.setConfig({ hookTimeout: 120_000, testTimeout: 60_000 });

const day = 24 * 60 * 60 * 1000;
const hidden = 'Được bảo vệ';
const ways = ['page', 'csv', 'xlsx', 'docx'] as const;
type Way = (typeof ways)[number];

const words = (vi: string) => ({ vi, en: vi });
const options = (...ids: string[]) => ids.map((id) => ({ id, text: words(id) }));
const scores = ['s1', 's2', 's3', 's4', 's5'].map((id, at) => ({ id, text: words(id), score: at + 1 }));
const common = { required: false, sensitive: false, motto: [] };
const questions = [
  {
    ...common,
    id: 'q1',
    type: 'single',
    text: words('Là ai'),
    options: options('x', 'y'),
    required: true,
    dimension: true,
  },
  { ...common, id: 'q2', type: 'scale', text: words('Mức'), options: scores },
  { ...common, id: 'q3', type: 'multi', text: words('Những gì'), options: options('a', 'b', 'c') },
  { ...common, id: 'q4', type: 'matrix', text: words('Từng việc'), options: scores, rows: options('r1', 'r2') },
];

/** Answers of the n-th who answers at a link; most answer alike where `alike`. */
function sheet(n: number, alike: boolean): Record<string, unknown> {
  const pick = (of: readonly { id: string }[], step: number) =>
    of[((n + 7) * (n + 3) * step + (n >> 1)) % of.length]!.id;
  return {
    q1: n % 3 === 0 ? 'y' : 'x',
    ...(n % 11 === 5 ? {} : { q2: alike ? 's5' : pick(scores, 2) }),
    ...(n % 4 === 0 ? {} : { q3: n % 2 === 0 ? ['a'] : ['b', 'c'] }),
    q4: { r1: alike ? 's1' : pick(scores, 3), ...(n % 7 === 0 ? {} : { r2: pick(scores, 1) }) },
  };
}

interface Exported extends Omit<ReleasePage, 'units' | 'breakdowns'> {
  groups: (Partial<ReleasePage['units'][number] & ReleasePage['breakdowns'][number]> & {
    cells: ReleasePage['units'][number]['cells'];
  })[];
}

let database: FreshDatabase;
let at: TestHouse;
let send: Send;
let page: (path: string) => Promise<string>;
let survey: SurveyView;
let slug: string;
let serial = 0;

async function answer(link: number, times: number, alike = false): Promise<void> {
  for (let n = 0; n < times; n++) {
    const body = JSON.stringify({ nonce: `nonce-of-twenty-two-chars-${serial++}`, answers: sheet(n, alike) });
    const headers = { 'content-type': 'application/json' };
    const sent = await send(`/api/s/${survey.links[link]!.slug}/submissions`, { method: 'POST', headers, body });
    expect(sent.status).toBe(201);
  }
}

// Figures of an announced day, and those of the close: large units, some whose figures are hidden, one of one mind.
beforeAll(async () => {
  database = await freshDatabase();
  at = await testHouse(database);
  send = (path, init) => at.app.request(path, init);
  page = await pagesOf(at.house);
  const { organizer } = await settle(at.house, undefined);
  const signIn = () => signedIn(at.house, send, organizer);
  let desk = await signIn();
  const given = { template: 'khao-sat-hai-long-phu-huynh', bodyId: 'CDGD-TINH', unitId: 'SGDDT' };
  const draft = (await desk.post('/surveys', given)) as SurveyView;
  const { template: _, ...rest } = draft.definition as Definition;
  const definition = { ...rest, questions, plan: { breakdowns: ['q1'], interim: ['2026-03-05'] } };
  await desk.put(`/surveys/${draft.id}`, { definition, revision: draft.revision });
  const closesAt = new Date(at.house.clock().getTime() + 30 * day).toISOString();
  survey = (await desk.post(`/surveys/${draft.id}/open`, { closesAt })) as SurveyView;
  await answer(0, 130);
  await answer(1, 40);
  await answer(2, 110, true);
  at.pass(4 * day);
  await at.work();
  await at.work();
  desk = await signIn();
  await answer(0, 20);
  await answer(1, 25);
  await answer(2, 15, true);
  await answer(3, 12);
  await answer(4, 3, true);
  await desk.post(`/surveys/${survey.id}/close`);
  await at.work();
  await at.work();
  survey = (await desk.put(`/surveys/${survey.id}/publication`, { published: true })) as SurveyView;
  expect(survey.released).toBe(2);
  slug = survey.resultsUrl!.split('/').at(-1)!;
});
afterAll(() => at.close());

const file = async (kind: string, release: number) => send(`/api/kq/${slug}/release.${kind}?release=${release}`);
const stored = async (release: number) => (await (await file('json', release)).json()) as Exported;
const isUnit = ({ position }: Exported['groups'][number]) => position !== undefined;

/** Rows of figures of a file, their two last columns. */
const figureRows = (rows: (string | number)[][], { plan }: Exported): (string | number)[][] => {
  const number = plan ? 2 : 1;
  return rows
    .slice(rows.findIndex((row) => row[number] === 'Câu') + 1)
    .filter((row) => row.length > number)
    .map((row) => row.slice(number + 4, number + 6));
};

const drawn = new Map<string, Promise<string>>();
/** The page of a unit, which is what a browser prints; drawn once. */
function pageOf(number: number, unit: number): Promise<string> {
  const path = `/kq/${slug}?lan=${number}&don-vi=${unit}`;
  const html = drawn.get(path) ?? page(path);
  drawn.set(path, html);
  return html;
}

const known = new Map<string, Promise<Printed[]>>();
/** Everything one way out prints of a release; read once. */
function printedBy(way: Way, number: number): Promise<Printed[]> {
  const key = `${way} ${number}`;
  const printed = known.get(key) ?? readFrom(way, number);
  known.set(key, printed);
  return printed;
}

async function readFrom(way: Way, number: number): Promise<Printed[]> {
  const release = await stored(number);
  const { questions: asked, groups } = release;
  if (way === 'csv') {
    const lines = (await (await file(way, number)).text()).trim().split('\r\n');
    return figuresInRows(
      figureRows(
        lines.map((line) => line.split(';')),
        release,
      ),
      groups.length,
      asked,
    );
  }
  if (way === 'page') {
    const units = groups.filter(isUnit).map(({ position }) => position!);
    const pages = await Promise.all(units.map((unit) => pageOf(number, unit)));
    return pages.flatMap((html, unit) => figuresOnPage(html, unit, asked));
  }
  const parts = unzipped(await (await file(way, number)).arrayBuffer());
  if (way === 'docx') {
    const heads = [t('vi', 'results.option'), t('vi', 'results.item')];
    return figuresInReport(parts['word/document.xml']!, heads, asked);
  }
  return figuresInRows(figureRows(rowsIn(parts['xl/worksheets/sheet1.xml']!), release), groups.length, asked);
}

const cellAt = (
  { groups, ...head }: Exported,
  { group, question, table }: Pick<Printed, 'group' | 'question' | 'table'>,
) => cellsOf(head, groups[group]!.cells)[question]![table]!;
const baseOf = (type: string, { n, counts }: Extract<CellView, { kind: 'exact' }>) =>
  type === 'multi' ? n : n - counts[0]!;
/** "37,5%" and 0.375 as 0.375. */
const partIn = (share: string): number =>
  share.endsWith('%') ? Number(share.slice(0, -1).replace(',', '.')) / 100 : Number(share);
const numberIn = (word: string): number => Number(word.replace(',', '.'));
const half = { page: 0.0005, docx: 0.0005, csv: 0.0005, xlsx: 1e-9 };
const slack = 1e-6;

/** Whether what is printed is what the cell says, and no more. */
function isSaid(way: Way, type: string, cell: CellView, { category, count, share }: Printed): boolean {
  if (cell.kind === 'exact') {
    if (category === 'mean')
      return cell.mean === null ? !/\d/.test(share) : Math.abs(numberIn(share) - cell.mean) <= 0.05 + slack;
    if (count !== String(cell.counts[category])) return false;
    if (category === 0) return !/\d/.test(share) || share === count;
    const base = baseOf(type, cell);
    return Math.abs(partIn(share) - (base === 0 ? 0 : cell.counts[category]! / base)) <= half[way] + slack;
  }
  const isBound = cell.kind === 'band' && cell.option === category;
  const bound = isBound ? `ít nhất ${cell.atLeast}%` : hidden;
  return share === bound && (count === hidden || count === bound || count === '');
}

test.each([1, 2])(
  'every way out prints the figures of stored release %i, each in its place, and no others',
  async (number) => {
    const release = await stored(number);
    const kinds = new Set(
      release.groups.flatMap(({ cells }) => cellsOf(release, cells).flat()).map(({ kind }) => kind),
    );
    expect([...kinds].sort()).toEqual(number === 1 ? ['band', 'exact', 'protected'] : ['exact', 'protected']);
    for (const way of ways) {
      const printed = await printedBy(way, number);
      const wrong = printed.filter((one) => {
        return !isSaid(way, release.questions[one.question]!.type, cellAt(release, one), one);
      });
      expect([way, wrong.map((one) => [one, cellAt(release, one)])]).toEqual([way, []]);
      const places = new Set(printed.map((one) => [one.group, one.question, one.table, one.category].join()));
      const groups = way === 'docx' ? release.groups.slice(0, 1) : release.groups;
      const exact = groups.flatMap((group, at) =>
        way === 'page' && !isUnit(group)
          ? []
          : release.questions.flatMap(({ tables, type }, question) =>
              tables.flatMap(({ options: of }, table) => {
                if (cellAt(release, { group: at, question, table }).kind !== 'exact') return [];
                return of
                  .slice(0, type === 'multi' ? 1 : undefined)
                  .map((__, option) => [at, question, table, option + 1].join());
              }),
            ),
      );
      expect([way, exact.filter((place) => !places.has(place))]).toEqual([way, []]);
      expect(exact.length).toBeGreaterThan(10);
    }
  },
);

const percents = (text: string): number[] =>
  [...text.matchAll(/(\d+(?:,\d+)?)%/g)].map(([, percent]) => numberIn(percent!));
/** Shares a sentence may say: of one option or of some that lie side by side. */
function sharesIn(type: string, cell: CellView): number[] {
  if (cell.kind === 'band') return [cell.atLeast];
  if (cell.kind === 'protected') return [];
  const base = baseOf(type, cell) || 1;
  const chosen = cell.counts.slice(1);
  return chosen.flatMap((_, from) =>
    chosen.slice(from).map((__, more) => {
      const sum = chosen.slice(from, from + more + 1).reduce((all, one) => all + one, 0);
      return (100 * sum) / base;
    }),
  );
}
const isAmong = (known: readonly number[]) => (percent: number) =>
  known.some((one) => Math.abs(one - percent) <= 0.05 + slack);

test.each([1, 2])(
  'no sentence and no table beside says a share that stored release %i does not hold',
  async (number) => {
    const release = await stored(number);
    const shares = (groups: Exported['groups'], only?: number) =>
      groups.flatMap(({ cells }) =>
        cellsOf(release, cells).flatMap((tables, at) =>
          only === undefined || only === at
            ? tables.flatMap((cell) => sharesIn(release.questions[at]!.type, cell))
            : [],
        ),
      );
    for (const [unit, group] of release.groups.filter(isUnit).entries()) {
      const html = await pageOf(number, unit);
      for (const [question, section] of sectionsIn(html, release.questions).entries()) {
        const unsaid = percents(textIn(`<main>${section ?? ''}`)).filter(
          (one) => !isAmong(shares([group], question))(one),
        );
        expect([unit, question, unsaid]).toEqual([unit, question, []]);
      }
      if (group.participation?.kind !== 'exact')
        expect(new Set(sectionsIn(html, release.questions))).toEqual(new Set([null]));
    }
  },
);

interface Known {
  release: number;
  place: number;
  category: number;
  n: number;
}

/** Who was first counted in which release, by unit and the answer to the criterion: the reader knows them all. */
async function peopleKnown(): Promise<Known[]> {
  const { rows } = await sql<{ release: number; places: Buffer; criteria: Buffer; people: Buffer }>`
    select release, places, criteria, people from urn.ledger_cell where survey_id = ${survey.id}`.execute(database.db);
  const numbers = (bytes: Buffer) => Array.from({ length: bytes.length / 4 }, (_, one) => bytes.readUInt32LE(one * 4));
  return rows.flatMap(({ release, places, criteria, people }) => {
    const sizes = numbers(people);
    return numbers(places).map((place, cell) => ({ release, place, category: criteria[cell]!, n: sizes[cell]! }));
  });
}

/** What a reader makes of printed figures of one table of one group. */
function toldIn(way: Way, type: string, all: readonly Printed[], group: Group): Told[] {
  const { n, cells, table } = group;
  const told = (times: number[], least: number, most: number): Told => ({ cells, table, times, least, most });
  const vector = (category: number, more: Record<number, number> = {}) =>
    table.categoryOf.map((_, one) => (one === category ? 1 : 0) + (more[one] ?? 0));
  return all.flatMap(({ category, count, share }) => {
    const figures: Told[] = [];
    const isBound = share.startsWith('ít nhất');
    if (category === 'mean') {
      if (!/\d/.test(share)) return [];
      const mean = numberIn(share);
      const times = table.categoryOf.map((_, one) => (one === 0 ? 0 : one - mean));
      // Stored with two decimals, printed with one.
      return [told(times, -0.055 * n - slack, 0.055 * n + slack)];
    }
    if (isBound) return [told(vector(category), n - dissentTold(n), n)];
    if (/^\d+$/.test(count)) figures.push(told(vector(category), Number(count), Number(count)));
    if (category > 0 && /\d/.test(share)) {
      const part = partIn(share);
      // Of those who answered, or of everybody.
      const times = vector(category, type === 'multi' ? {} : { 0: part });
      figures.push(told(times, part * n - half[way] * n - slack, part * n + half[way] * n + slack));
    }
    return figures;
  });
}

interface Group extends Omit<Hidden, 'name'> {
  n: number;
}
type HiddenGroup = Hidden & Group;
/** A figure of a hidden group that gets out. */
type Leak = (group: HiddenGroup) => Told[];

/** One table in the groups of one release: what is printed of it, and where it is hidden. */
async function readOf(number: number, place: Pick<Printed, 'question' | 'table'>, people: Known[]) {
  const release = await stored(number);
  const { type, tables } = release.questions[place.question]!;
  const categoryOf = Array.from({ length: 1 + tables[place.table]!.options.length }, (_, category) => category);
  const table = { name: `q${place.question + 1}.${place.table}`, categoryOf };
  const above = release.groups.filter(isUnit).map(({ parent }) => parent!);
  const isWithin = (unit: number, top: number): boolean => unit === top || (unit > 0 && isWithin(above[unit]!, top));
  const told: Told[] = [];
  const hiding: HiddenGroup[] = [];
  for (const [at, { position, unit = position!, by = [] }] of release.groups.entries()) {
    const cells = [...people.keys()].filter((cell) => {
      const one = people[cell]!;
      return (
        one.release <= number && isWithin(one.place, unit) && by.every(({ category }) => category === one.category)
      );
    });
    const n = cells.reduce((sum, cell) => sum + people[cell]!.n, 0);
    if (n === 0) continue;
    const name = `${table.name} of ${unit}/${by.map(({ category }) => category).join()} in ${number}`;
    if (cellAt(release, { ...place, group: at }).kind !== 'exact') hiding.push({ name, cells, table, n });
    for (const way of ways) {
      const here = (await printedBy(way, number)).filter(({ group, question, table: one }) => {
        return group === at && question === place.question && one === place.table;
      });
      told.push(...toldIn(way, type, here, { cells, table, n }));
    }
  }
  return { told, hiding };
}

/** Hidden tables that can be worked out, of everything but q1, which the reader knows of everybody. */
async function workedOut(leak: Leak = () => []): Promise<{ name: string; n: number; counts: readonly number[] }[]> {
  const people = (await peopleKnown()).filter(({ n }) => n > 0);
  const places = (await stored(1)).questions.flatMap(({ tables }, question) =>
    question === 0 ? [] : [...tables.keys()].map((table) => ({ question, table })),
  );
  const settled = places.map(async (place) => {
    const reads = await Promise.all([1, 2].map((number) => readOf(number, place, people)));
    const hiding = reads.flatMap((read) => read.hiding);
    const kinds = hiding[0]!.table.categoryOf.map(() => ({}));
    const cells = people.map((one) => ({ place: one.place, release: one.release, known: {}, people: [one.n] }));
    const told = [...reads.flatMap((read) => read.told), ...hiding.flatMap(leak)];
    return settledFrom({ kinds, cells }, told, hiding).map(({ hidden: { name }, counts }) => {
      return { name, n: hiding.find((one) => one.name === name)!.n, counts };
    });
  });
  return (await Promise.all(settled)).flat();
}

/** A difference of shown groups may be known, where it is of five or more who are not of one mind. */
const tells = ({ n, counts }: { n: number; counts: readonly number[] }) => n < 5 || Math.max(...counts) === n;

test('from everything printed a reader who knows who there is works out no group of a few and nobody’s answer', async () => {
  expect((await workedOut()).filter(tells)).toEqual([]);
});

test('one rounded share of a hidden group of three would tell all of it', async () => {
  const share = { group: 0, question: 2, table: 0, category: 1, count: '', share: '33,3%' };
  const leak: Leak = ({ name, ...group }) =>
    name.startsWith('q3.0') && group.n === 3 ? toldIn('page', 'multi', [share], group) : [];
  expect((await workedOut(leak)).filter(tells)).not.toEqual([]);
});
