import { readFileSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SurveyView } from '@danban/contract';
import { connect, startEmbedded, type Db } from '@danban/db';
import { answersFor } from '@danban/server/example/answers';
import { repeatable } from '@danban/server/example/chance';
import type { Definition } from '@danban/survey';
import { baseBackup } from '../support/backup.ts';
import { databaseOf } from '../support/databaseOf.ts';
import { deskOf, type Desk } from '../support/desk.ts';
import { startProduct, type Product } from '../support/product.ts';
import { tracesIn, tracesInFiles, tracesInTables, writeOut, type Trace } from '../support/traces.ts';
import { unzipped } from '../support/unzipped.ts';

/** Everything a request can tell about who sends it; each mark is a word that occurs nowhere else. */
const marked = {
  'x-forwarded-for': '198.51.100.177',
  'x-real-ip': '198.51.100.178',
  forwarded: 'for=198.51.100.179',
  'user-agent': 'MayDanhDau/47.11',
  cookie: 'danhdau=BanhQuyDanhDau4711',
  referer: 'http://noiden.danhdau.example/lop-4711',
  'accept-language': 'vi-x-danhdau',
  from: 'nguyen.van.danh.dau@example.vn',
};
const name = 'Nguyễn Văn Đánh Dấu';
const nonce = 'nonce-danh-dau-4711-dai-du';
const marks = [
  '198.51.100.177',
  '198.51.100.178',
  '198.51.100.179',
  'MayDanhDau',
  'BanhQuyDanhDau4711',
  'noiden.danhdau',
  'vi-x-danhdau',
  'nguyen.van.danh.dau',
  name,
  nonce,
];
/** What a careless table keeps of a visit, and in which form it then lies on disk. */
const leftBehind = [
  ['MayDanhDau', 'plain'],
  ['198.51.100.177', 'plain'],
  [name, 'hash'],
  ['198.51.100.178', 'four bytes'],
  ['198.51.100.179', 'four bytes, lowest first'],
  ['nguyen.van.danh.dau', 'plain, compressed'],
];
/** Long enough that PostgreSQL compresses it, with a mark in its middle. */
const longLetter = `${'Gia đình yên tâm. '.repeat(200)}${marked.from}${' Mong trường giữ nếp.'.repeat(200)}`;
const words = 'Lời riêng chỉ một người biết 4711';
const refused = 'Lời trong phiếu bị từ chối 4711';

let product: Product;
let db: Db;
let survey: SurveyView;
let desk: Desk;
let byChance: Trace[];

const json = { 'content-type': 'application/json' };
const slug = () => survey.links[0]!.slug;
const submit = (body: string) =>
  fetch(`${product.origin}/api/s/${slug()}/submissions`, { method: 'POST', headers: { ...marked, ...json }, body });

/** A sheet with every question answered and these words in its free text. */
function sheet(text: string): Record<string, unknown> {
  const definition = survey.definition as Definition;
  const free = definition.questions.find((question) => question.type === 'text')!.id;
  return { ...answersFor(definition, repeatable(4711), 0.5), [free]: text };
}

function formOf(answers: Record<string, unknown>): URLSearchParams {
  const form = new URLSearchParams();
  const add = (key: string, value: unknown): void => {
    if (Array.isArray(value)) value.forEach((one) => add(key, one));
    else if (typeof value === 'object') for (const [row, one] of Object.entries(value!)) add(`${key}.${row}`, one);
    else form.append(key, value as string);
  };
  for (const [key, value] of Object.entries(answers)) add(key, value);
  return form;
}

const postmaster = (): string[] => readFileSync(join(product.dataDir, 'pg', 'postmaster.pid'), 'utf8').split('\n');

/** A copy of the data folder taken while the house is open, and the same as docs/operations.md says: stop, copy, start. */
async function tracesInBackups(wanted: string[]): Promise<Trace[]> {
  const copies = await mkdtemp(join(tmpdir(), 'danban-backup-'));
  const [hot, cold] = [join(copies, 'hot'), join(copies, 'cold')];
  await baseBackup(db, product.dataDir, hot);
  await stopAndCopy(cold);
  const found = await tracesInFiles(copies, wanted);
  for (const dataDir of [hot, join(cold, 'data')]) found.push(...(await tracesInRestored(dataDir, wanted)));
  await rm(copies, { recursive: true });
  return unlessByChance(found);
}

async function stopAndCopy(into: string): Promise<void> {
  const home = dirname(product.dataDir);
  await db.destroy();
  await product.stop();
  await cp(product.dataDir, join(into, 'data'), { recursive: true });
  product = await startProduct({ home, port: Number(new URL(product.origin).port) });
  db = databaseOf(product);
}

/** A copy that does not come up again would be no backup. */
async function tracesInRestored(dataDir: string, wanted: string[]): Promise<Trace[]> {
  const server = await startEmbedded({ dataDir });
  const restored = connect({ ...server.connection, database: 'danban' }, { max: 1 });
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from survey`.execute(restored);
  expect(rows[0]!.n).toBe(4);
  const found = await tracesInTables(restored, wanted);
  await restored.destroy();
  await server.stop();
  return found;
}

/** Four bytes lie in 70 MB of files once in some hundred runs: what was there before anybody visited is no trace. */
const unlessByChance = (found: Trace[]): Trace[] =>
  found.filter(({ mark, form }) => !byChance.some((one) => one.mark === mark && one.form === form));

/** Tables, data folder with write-ahead log and server log, key folder, and what the product has printed. */
async function tracesAnywhere(wanted: string[]): Promise<Trace[]> {
  await writeOut(db);
  return unlessByChance([
    ...(await tracesInTables(db, wanted)),
    ...(await tracesInFiles(dirname(product.dataDir), wanted)),
    ...tracesIn(Buffer.from(product.printed()), wanted, 'what is printed'),
  ]);
}

beforeAll(async () => {
  product = await startProduct({ example: true });
  db = databaseOf(product);
  desk = await deskOf(product, 'organizer');
  survey = await desk.surveyIn('open');
  byChance = [];
  byChance = await tracesAnywhere([...marks, words, refused]);
  expect(byChance.filter(({ form }) => !form.startsWith('four bytes'))).toEqual([]);
}, 60_000);
afterAll(async () => {
  await db?.destroy();
  await product?.remove();
});

/** What a file says: an office document is looked into. */
async function shownIn(file: Response): Promise<Buffer> {
  const bytes = await file.arrayBuffer();
  const isOffice = file.headers.get('content-type')?.includes('officedocument') === true;
  return isOffice ? Buffer.from(Object.values(unzipped(bytes)).join('\n')) : Buffer.from(bytes);
}

test('every mark travels: a server that looked would see each of them', async () => {
  let seen = '';
  const server = createServer((request, response) => {
    seen = JSON.stringify(request.headers);
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await fetch(`http://127.0.0.1:${port}`, { headers: marked });
  server.closeAllConnections();
  server.close();
  const sent = marks.filter((mark) => mark !== name && mark !== nonce);
  expect(sent.filter((mark) => !seen.includes(mark))).toEqual([]);
});

test('the search sees: a mark left in a table is found there, on disk and in a backup, whatever it was kept as', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'danban-canary-'));
  const [dataDir, copy] = [join(folder, 'data'), join(folder, 'backup')];
  const server = await startEmbedded({ dataDir });
  const careless = connect(server.connection, { max: 1 });
  try {
    await sql`create table careless (agent text, address bytea, person bytea, octets bytea, number bigint, letter text)`.execute(
      careless,
    );
    await sql`insert into careless values ('MayDanhDau/47.11', ${Buffer.from('198.51.100.177')},
      sha256(convert_to(${name}, 'UTF8')), '\\xc63364b2', 3325256883, ${longLetter})`.execute(careless);
    const packed = await sql<{ how: string }>`select pg_column_compression(letter) as how from careless`.execute(
      careless,
    );
    expect(packed.rows).toEqual([{ how: 'pglz' }]);
    const inTable = await tracesInTables(careless, marks);
    expect(new Set(inTable.map(({ mark }) => mark))).toEqual(new Set(leftBehind.map(([mark]) => mark)));
    await sql`delete from careless`.execute(careless);
    await writeOut(careless);
    await baseBackup(careless, dataDir, copy);
    for (const place of [dataDir, copy]) {
      const found = (await tracesInFiles(place, marks)).map(({ mark, form, place }) => [
        mark,
        form,
        place.includes('pg_wal'),
      ]);
      for (const inTheLog of [true, false])
        expect(found).toEqual(expect.arrayContaining(leftBehind.map((one) => [...one, inTheLog])));
    }
  } finally {
    await careless.destroy();
    await server.stop();
    await rm(folder, { recursive: true });
  }
});

describe('marker IP, user agent, cookie, name and code appear in no table, log, export, backup', () => {
  test('who visits and answers leaves no mark, and the words lie nowhere in clear before a flush', async () => {
    const page = await fetch(`${product.origin}/s/${slug()}?ten=${encodeURIComponent(name)}`, { headers: marked });
    expect(page.status).toBe(200);
    await page.text();
    expect((await submit(JSON.stringify({ nonce, answers: sheet(words) }))).status).toBe(201);
    const posted = await fetch(`${product.origin}/s/${slug()}`, {
      method: 'POST',
      headers: { ...marked, origin: product.origin },
      body: formOf(sheet(words)),
      redirect: 'manual',
    });
    expect(posted.status).toBe(303);
    expect(await tracesAnywhere([...marks, words])).toEqual([]);
  });

  test('a backup taken before a flush holds no mark and no word in clear, hot or cold', async () => {
    expect(await tracesInBackups([...marks, words])).toEqual([]);
  });

  test('a body that is refused is in no table, no file and no log', async () => {
    const whole = { nonce, answers: sheet(refused) };
    const bodies = [
      `{"nonce":"${nonce}","answers":{"q1":"${refused}`,
      JSON.stringify({ ...whole, name }),
      JSON.stringify({ ...whole, nonce: `${name} ${refused}` }),
      JSON.stringify({ nonce, answers: { ...whole.answers, [refused]: name } }),
      JSON.stringify({ nonce, answers: { ...whole.answers, q1: [refused] } }),
      JSON.stringify(whole),
    ];
    for (const body of bodies) expect((await submit(body)).status).toBeGreaterThanOrEqual(400);
    expect(await tracesAnywhere([...marks, refused])).toEqual([]);
  });

  test('a database that dies under the requests leaves nothing of them in any log', async () => {
    let failures = 0;
    const once = async (serial: number): Promise<void> => {
      const body = JSON.stringify({ nonce: `${nonce}-${serial}`, answers: sheet(words) });
      if ((await submit(body).catch(() => undefined))?.status !== 201) failures++;
    };
    const first = Array.from({ length: 50 }, (_, serial) => once(serial));
    process.kill(Number(postmaster()[0]), 'SIGKILL');
    await Promise.all(first);
    for (let serial = 50; failures === 0 && serial < 2_000; serial++) await once(serial);
    expect(failures).toBeGreaterThan(0);
    expect(product.printed()).toContain('-failed"');
    const logs = Buffer.from(product.printed() + readFileSync(join(product.dataDir, 'postgres.log'), 'utf8'));
    expect(tracesIn(logs, [...marks, words], 'logs')).toEqual([]);
  });

  test('after close and release no mark is left and no export carries one', async () => {
    await expect.poll(async () => (await desk.send('GET', '/me')).status, { timeout: 30_000 }).toBeLessThan(500);
    await desk.send('POST', `/surveys/${survey.id}/close`, {});
    const state = async () => (await desk.survey(survey.id)).state;
    await expect.poll(state, { timeout: 30_000, interval: 200 }).toBe('released');
    const published = await desk.send('PUT', `/surveys/${survey.id}/publication`, { published: true });
    const { resultsUrl } = (await published.json()) as SurveyView;
    const shown = `${product.origin}/api/kq/${resultsUrl!.split('/').at(-1)!}`;
    const files = ['json', 'csv', 'xlsx', 'docx'].map((kind) => `${shown}/release.${kind}`);
    const ways = [shown, ...files, resultsUrl!];
    for (const way of ways) {
      const response = await fetch(way, { headers: marked });
      expect(response.status).toBe(200);
      expect(tracesIn(await shownIn(response), [...marks, words], way)).toEqual([]);
    }
    for (const kind of ['release', 'release.json', 'release.csv', 'release.xlsx', 'release.docx']) {
      const file = await desk.send('GET', `/surveys/${survey.id}/${kind}`);
      expect(file.status).toBe(200);
      expect(tracesIn(await shownIn(file), [...marks, words], kind)).toEqual([]);
    }
    expect(await tracesAnywhere(marks)).toEqual([]);
    expect(await tracesInBackups(marks)).toEqual([]);
    const opened = (await tracesInTables(db, [words])).map(({ place }) => place.replace(/_[0-9a-f]{32}$/, ''));
    expect(new Set(opened)).toContain('urn.submission');
  });
});
