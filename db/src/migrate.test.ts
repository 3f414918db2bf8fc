import { randomUUID } from 'node:crypto';
import { appendFile, cp, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { connect } from './connect.ts';
import { migrate, migrationsFolder } from './migrate.ts';
import { serverForThisFile } from './testing.ts';

const address = serverForThisFile();
let place: string;
let folder: URL;
let db: Kysely<unknown>;

beforeEach(async () => {
  const database = `m${Math.random().toString(36).slice(2)}`;
  const server = connect(address(), { max: 1 });
  await sql`create database ${sql.id(database)}`.execute(server).finally(() => server.destroy());
  db = connect({ ...address(), database }) as unknown as Kysely<unknown>;
  place = await mkdtemp(join(tmpdir(), 'danban-migrations-'));
  folder = pathToFileURL(`${place}/`);
  await write('0001_first.sql', 'create table first (n int); insert into first values (1);');
  await write('0002_second.sql', 'create table second as select n from first;');
});
afterEach(async () => {
  await db.destroy();
  await rm(place, { recursive: true });
});

const write = (name: string, text: string): Promise<void> => writeFile(join(place, name), text);
const exists = async (table: string): Promise<boolean> => {
  const { rows } = await sql<{ it: boolean }>`select to_regclass(${table}) is not null as it`.execute(db);
  return rows[0]?.it ?? false;
};

test('files are applied in the order of their names, and once', async () => {
  expect(await migrate(db, folder)).toEqual(['0001_first.sql', '0002_second.sql']);
  expect(await migrate(db, folder)).toEqual([]);
  expect((await sql`select n from second`.execute(db)).rows).toEqual([{ n: 1 }]);
});

test('a later file is applied alone', async () => {
  await migrate(db, folder);
  await write('0003_third.sql', 'create table third (n int)');
  expect(await migrate(db, folder)).toEqual(['0003_third.sql']);
});

test('an applied file that changed is refused by its name', async () => {
  await migrate(db, folder);
  await appendFile(join(place, '0001_first.sql'), '-- improved');
  const refusal = { code: 'migration-changed', migration: '0001_first.sql' };
  await expect(migrate(db, folder)).rejects.toMatchObject(refusal);
});

test('a database newer than the program is refused before anything is applied', async () => {
  await migrate(db, folder);
  await rm(join(place, '0002_second.sql'));
  await write('0003_third.sql', 'create table third (n int)');
  await expect(migrate(db, folder)).rejects.toMatchObject({ code: 'migration-missing', migration: '0002_second.sql' });
  expect(await exists('third')).toBe(false);
});

test('a file that fails leaves nothing of itself, and the files before it stay', async () => {
  await write('0002_second.sql', 'create table half (n int); select nonsense;');
  await expect(migrate(db, folder)).rejects.toMatchObject({ code: 'migration-failed', migration: '0002_second.sql' });
  expect([await exists('first'), await exists('half')]).toEqual([true, false]);
  await write('0002_second.sql', 'create table half (n int);');
  expect(await migrate(db, folder)).toEqual(['0002_second.sql']);
});

test('processes that migrate at the same moment apply every file once', async () => {
  const applied = await Promise.all([1, 2, 3, 4].map(() => migrate(db, folder)));
  expect(applied.flat().sort()).toEqual(['0001_first.sql', '0002_second.sql']);
});

test('surveys that were open before the vaults had roles go to the role of the urn, partitions and all', async () => {
  await rm(place, { recursive: true });
  const before = (await readdir(migrationsFolder())).filter((name) => name < '0020');
  for (const name of before) await cp(new URL(name, migrationsFolder()), join(place, name), { recursive: true });
  await migrate(db, folder);
  await sql`create table urn.staged_1 partition of urn.staged for values in (${sql.lit(randomUUID())})`.execute(db);
  await migrate(db);
  const { rows } = await sql<{ owner: string }>`
    select distinct relowner::regrole::text as owner from pg_class where relnamespace = 'urn'::regnamespace`.execute(
    db,
  );
  expect(rows).toEqual([{ owner: 'danban_urn' }]);
});

test('the house as it is applies, with both vaults', async () => {
  await migrate(db);
  expect([await exists('survey'), await exists('urn.staged')]).toEqual([true, true]);
});
