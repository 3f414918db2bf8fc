import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cellsOf, type CellView, type ReleasePage, type SurveyView } from '@danban/contract';
import { answersFor } from '@danban/server/example/answers';
import { repeatable } from '@danban/server/example/chance';
import { settle, type People } from '@danban/server/example/people';
import { signedIn, type Send } from '@danban/server/example/visitor';
import type { Definition } from '@danban/survey';
import { testHouse, type TestHouse } from '../support/house.ts';
import { onEachPostgres } from '../support/onEachPostgres.ts';
import { rowsIn, unzipped, wordsIn } from '../support/unzipped.ts';

const day = 24 * 60 * 60 * 1000;
const hidden = 'Được bảo vệ';
const office = spawnSync('soffice', ['--version']).status === 0;
/** Columns: unit, group, number, question, item and option stand before the figures. */
const [number, option, count, share] = [2, 5, 6, 7];

onEachPostgres((_, fresh) => {
  let at: TestHouse;
  let people: People;
  let send: Send;
  let slug: string;
  let survey: SurveyView;

  beforeAll(async () => {
    at = await testHouse(await fresh());
    send = (path, init) => at.app.request(path, init);
    people = await settle(at.house, undefined);
    const organizer = await signedIn(at.house, send, people.organizer);
    const draft = { template: 'khao-sat-hai-long-phu-huynh', bodyId: 'CDGD-TINH', unitId: 'PGD.TPND' };
    survey = (await organizer.post('/surveys', draft)) as SurveyView;
    const closesAt = new Date(at.house.clock().getTime() + 10 * day).toISOString();
    survey = (await organizer.post(`/surveys/${survey.id}/open`, { closesAt })) as SurveyView;
    for (const link of survey.links.keys()) await answer(link, link === 0 ? 3 : 9 + link);
    await organizer.post(`/surveys/${survey.id}/close`);
    await at.work();
    await at.work();
    survey = (await organizer.put(`/surveys/${survey.id}/publication`, { published: true })) as SurveyView;
    slug = survey.resultsUrl!.split('/').at(-1)!;
  }, 60_000);
  afterAll(() => at.close());

  const chance = repeatable(5);
  let serial = 0;
  const answer = async (link: number, times: number): Promise<void> => {
    for (let time = 0; time < times; time++) {
      const answers = answersFor(survey.definition as Definition, chance, 0.6);
      const body = JSON.stringify({ nonce: `nonce-of-twenty-two-chars-${serial++}`, answers });
      const headers = { 'content-type': 'application/json' };
      const sent = await send(`/api/s/${survey.links[link]!.slug}/submissions`, { method: 'POST', headers, body });
      expect(sent.status).toBe(201);
    }
  };
  const file = async (kind: string): Promise<ArrayBuffer> => {
    const response = await send(`/api/kq/${slug}/release.${kind}`);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-disposition')).toBe(`attachment; filename="ket-qua.${kind}"`);
    return response.arrayBuffer();
  };
  const whole = async () =>
    JSON.parse(new TextDecoder().decode(await file('json'))) as ReleasePage & {
      groups: Pick<ReleasePage['units'][number], 'cells'>[];
    };
  const sheet = async (): Promise<string> => unzipped(await file('xlsx'))['xl/worksheets/sheet1.xml']!;
  const figures = async (): Promise<(string | number)[][]> => {
    const rows = rowsIn(await sheet());
    return rows.slice(rows.findIndex((row) => row[number] === 'Câu') + 1);
  };
  const report = async (): Promise<string[]> => wordsIn(unzipped(await file('docx'))['word/document.xml']!);

  test('the workbook holds the counts of the release as numbers, and shares that can be counted with', async () => {
    const release = await whole();
    const cells = release.groups.flatMap(({ cells }) => cellsOf(release, cells).flat());
    const counts = cells.flatMap((cell) => (cell.kind === 'exact' ? silentLast(cell.counts) : []));
    const rows = await figures();
    expect(rows.map((row) => row[count]!).filter((cell) => typeof cell === 'number')).toEqual(counts);
    const shares = rows.flatMap((row) => (typeof row[share] === 'number' ? [row[share]] : []));
    expect(shares.length).toBeGreaterThan(100);
    for (const part of shares) expect(part >= 0 && part <= 1).toBe(true);
  });

  test('the headings of the workbook stay in sight, and everything above them', async () => {
    const xml = await sheet();
    const headings = Number(/<row r="(\d+)"(?:(?!<\/row>).)*>Câu</s.exec(xml)?.[1]);
    expect(/<pane [^>]*>/.exec(xml)?.[0]).toContain(
      `ySplit="${headings}" topLeftCell="A${headings + 1}" state="frozen"`,
    );
  });

  /** The two columns of figures for each category of each released cell; a share is of everybody, or of those who answered. */
  const shownIn = (release: Awaited<ReturnType<typeof whole>>) =>
    release.groups.flatMap(({ cells }) =>
      cellsOf(release, cells).flatMap((tables, at) =>
        tables.flatMap((cell, table) => {
          const { options } = release.questions[at]!.tables[table]!;
          const categories = Array.from({ length: 1 + options.length }, (_, category) => category);
          return silentLast(categories).map((category) => figureOf(cell, category));
        }),
      ),
    );
  /** No answer, the first of all categories, stands last as on the page. */
  const silentLast = ([silent, ...others]: readonly number[]): number[] => [...others, silent!];
  const figureOf = (cell: CellView, category: number): { count: number | string; shares: (number | string)[] } => {
    if (cell.kind === 'exact') {
      const count = cell.counts[category]!;
      const shares = [cell.n, cell.n - cell.counts[0]!].map((of) => (of === 0 ? 0 : count / of));
      return { count, shares: category === 0 ? [''] : shares };
    }
    const isBound = cell.kind === 'band' && cell.option === category;
    return { count: hidden, shares: [isBound ? `ít nhất ${cell.atLeast}%` : hidden] };
  };
  const isOfATable = (row: readonly (string | number)[]) =>
    row.length > option && !String(row[option]).includes('tách khỏi phiếu');

  test('workbook and CSV hold, place for place, what the release shows: a hidden figure is the one word and never 0', async () => {
    const expected = shownIn(await whole());
    expect(expected.some((one) => one.count === hidden)).toBe(true);
    const rows = (await figures()).filter(isOfATable);
    expect(rows.map((row) => row[count])).toEqual(expected.map((one) => one.count));
    rows.forEach((row, at) => {
      const { shares } = expected[at]!;
      const said = row[share];
      if (typeof said !== 'number') expect(shares).toContain(said ?? '');
      else expect(shares.some((one) => Math.abs(Number(one) - said) < 1e-9)).toBe(true);
    });
    const csv = new TextDecoder().decode(await file('csv')).split('\r\n');
    const lines = csv.map((line) => line.split(';'));
    const told = lines.slice(lines.findIndex((line) => line[number] === 'Câu') + 1).filter(isOfATable);
    expect(told.map((line) => line.at(-2))).toEqual(expected.map((one) => String(one.count)));
  });

  test('count and share in the report stand together in a shown cell', async () => {
    const percent = (part: number | string) => `${Math.round(Number(part) * 1000) / 10}`.replace('.', ',');
    const known = shownIn(await whole()).flatMap((one) => one.shares.map((part) => `${one.count} (${percent(part)}%)`));
    const said = (await report()).filter((text) => /^\d+ \([\d,]+%\)$/.test(text));
    expect(said.length).toBeGreaterThan(20);
    for (const text of said) expect(known).toContain(text);
  });

  test('what is protected carries the one word in every file, and is never nought or blank', async () => {
    const release = await whole();
    const isHidden = (cell: CellView): boolean => cell.kind === 'protected';
    const tables = release.questions.flatMap(({ tables }) => tables);
    const protectedRows = release.groups
      .flatMap(({ cells }) => cellsOf(release, cells).flat())
      .flatMap((cell, n) => (isHidden(cell) ? [1 + tables[n % tables.length]!.options.length] : []))
      .reduce((sum, options) => sum + options, 0);
    const rows = (await figures()).filter((row) => row[count] === hidden && row[share] === hidden);
    expect(protectedRows).toBeGreaterThan(0);
    expect(rows.length).toBeGreaterThanOrEqual(protectedRows);
    const blank = (await figures()).filter((row) => row[count] === undefined);
    expect(blank.map((row) => String(row[option]).includes('tách khỏi phiếu'))).toEqual([true, true]);
    const words = await report();
    const small = words.indexOf(survey.links[0]!.unit!.name);
    expect(words.slice(small + 1, small + 4).at(1)).toBe(hidden);
  });

  test('the report is headed by its issuer, complete in its sections, and blank where people write', async () => {
    const words = await report();
    expect(words).toEqual(
      expect.arrayContaining([
        'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
        'CÔNG ĐOÀN GIÁO DỤC TỈNH NAM ĐỊNH',
        'BÁO CÁO',
        'I. Thông tin chung',
        'II. Kết quả thu phiếu',
        'III. Kết quả theo nội dung',
        'V. Ý kiến mở',
        'VI. Đánh giá chung',
        'VII. Kiến nghị, đề xuất',
        'Nơi nhận:',
      ]),
    );
    expect(words.find((text) => text.startsWith('Số:'))).toBe('Số:      /BC-……');
    const release = await whole();
    for (const { text } of release.questions) expect(words.some((said) => said.includes(text.vi))).toBe(true);
  });

  test('every count in the report is one of the whole, and only of the whole', async () => {
    const words = await report();
    const release = await whole();
    const cells = cellsOf(release, release.groups[0]!.cells).flat();
    const known = new Set(cells.flatMap((cell) => (cell.kind === 'exact' ? cell.counts : [])));
    const grid = words.flatMap((text) => /^(\d+) \([\d,]+%\)$/.exec(text)?.[1] ?? []);
    expect(grid.length).toBeGreaterThan(20);
    for (const said of grid) expect(known).toContain(Number(said));
  });

  test('nobody takes a file who is not signed in, nor from a page that is not published', async () => {
    const organizer = await signedIn(at.house, send, people.organizer);
    for (const kind of ['xlsx', 'docx']) {
      expect((await send(`/lam-viec/api/surveys/${survey.id}/release.${kind}`)).status).toBe(401);
    }
    await organizer.put(`/surveys/${survey.id}/publication`, { published: false });
    for (const kind of ['xlsx', 'docx']) expect((await send(`/api/kq/${slug}/release.${kind}`)).status).toBe(404);
    await organizer.put(`/surveys/${survey.id}/publication`, { published: true });
  });

  test.skipIf(!office)('LibreOffice opens both files', { timeout: 120_000 }, async () => {
    const folder = await mkdtemp(join(tmpdir(), 'danban-files-'));
    for (const kind of ['xlsx', 'docx']) {
      await writeFile(join(folder, `a.${kind}`), new Uint8Array(await file(kind)));
      spawnSync('soffice', ['--headless', '--convert-to', 'pdf', '--outdir', folder, join(folder, `a.${kind}`)]);
      expect((await readFile(join(folder, 'a.pdf'))).subarray(0, 5).toString()).toBe('%PDF-');
      await rm(join(folder, 'a.pdf'));
    }
    await rm(folder, { recursive: true });
  });
});
