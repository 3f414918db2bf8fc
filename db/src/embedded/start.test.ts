import { readFileSync, statSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { livingServer } from './pidFile.ts';
import { application, ask, folder, start, started } from './testing/scene.ts';

test('what is committed is there after a stop and a start', async () => {
  const dataDir = await folder();
  const first = await start(dataDir);
  await ask(first.connection, 'create table note as select 1 as n');
  await first.stop();
  const second = await started(dataDir);
  expect(await ask(second.connection, 'select n from note')).toEqual([1]);
});

test('the server is reached through a private folder and by no port', async () => {
  const { connection } = await started(await folder());
  expect(await ask(connection, 'show listen_addresses')).toEqual(['']);
  expect(statSync(connection.host).mode & 0o777).toBe(0o700);
});

test('a data folder deep in the tree still has a socket that fits', async () => {
  const dataDir = join(await folder(), 'thư-mục-rất-dài'.repeat(5), 'sâu'.repeat(20));
  await mkdir(dataDir, { recursive: true });
  const { connection } = await started(dataDir);
  expect(await ask(connection, 'select 1')).toEqual([1]);
});

test('a server that a killed application left behind is taken over, and stopped at the end', async () => {
  const dataDir = await folder();
  const lost = await application(dataDir);
  await lost.kill();
  const heir = await start(dataDir);
  expect(heir.pid).toBe(lost.said.pid);
  expect(await ask(heir.connection, 'select 1')).toEqual([1]);
  await heir.stop();
  expect(livingServer({ pgDir: join(dataDir, 'pg') })).toBeUndefined();
});

test('a second application on the folder is refused, and the first goes on', async () => {
  const dataDir = await folder();
  const { connection } = await started(dataDir);
  expect((await application(dataDir)).said).toEqual({ code: 'folder-in-use' });
  await expect(start(dataDir)).rejects.toMatchObject({ code: 'folder-in-use' });
  expect(await ask(connection, 'select 1')).toEqual([1]);
});

test('of applications that start at the same moment exactly one serves', async () => {
  const dataDir = await folder();
  const codes = await Promise.all([1, 2, 3].map(async () => (await application(dataDir)).said.code));
  expect(codes.sort()).toEqual(['folder-in-use', 'folder-in-use', undefined]);
});

test('a stopped application frees the folder', async () => {
  const dataDir = await folder();
  await (await start(dataDir)).stop();
  await expect(started(dataDir)).resolves.toHaveProperty('pid', expect.any(Number));
});

test('a failed statement leaves none of its words in the log', async () => {
  const dataDir = await folder();
  const { connection } = await started(dataDir);
  await ask(connection, `create table answer (body) as select 'lời riêng'`);
  await ask(connection, 'create unique index on answer (body)');
  await expect(ask(connection, `insert into answer values ('lời riêng')`)).rejects.toThrow('duplicate key');
  await expect(ask(connection, `select 'lời riêng'::int`)).rejects.toThrow('invalid input syntax');
  await expect(ask(connection, `do $$ begin raise warning 'lời riêng'; end $$`)).resolves.toEqual([]);
  await sleep(50);
  const log = readFileSync(join(dataDir, 'postgres.log'), 'utf8');
  expect(log).toContain('ready to accept connections');
  expect(log).not.toContain('lời riêng');
});
