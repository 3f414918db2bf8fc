import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { connect } from '../connect.ts';
import { application, ask, folder, killServer, start, started, until } from './testing/scene.ts';

test('a killed server is started again and has everything that was committed', async () => {
  const dataDir = await folder();
  let restarts = 0;
  const server = await started(dataDir, { onRestart: () => (restarts += 1) });
  const before = server.pid;
  await ask(server.connection, 'create table note as select 1 as n');
  await killServer(dataDir);
  await until(() => restarts === 1);
  expect(server.pid).not.toBe(before);
  expect(await ask(server.connection, 'select n from note')).toEqual([1]);
});

test('a pool opened before the kill answers after it', async () => {
  const dataDir = await folder();
  let restarts = 0;
  const server = await started(dataDir, { onRestart: () => (restarts += 1) });
  const db = connect(server.connection);
  await sql`select 1`.execute(db);
  await killServer(dataDir);
  await until(() => restarts === 1);
  expect((await sql`select 2 as n`.execute(db)).rows).toEqual([{ n: 2 }]);
  await db.destroy();
});

test('a server that was taken over is started again as well', async () => {
  const dataDir = await folder();
  await (await application(dataDir)).kill();
  let restarts = 0;
  const server = await started(dataDir, { onRestart: () => (restarts += 1) });
  await killServer(dataDir);
  await until(() => restarts === 1);
  expect(await ask(server.connection, 'select 1')).toEqual([1]);
});

test('a session that outlives its killed server is waited for', async () => {
  const dataDir = await folder();
  let restarts = 0;
  const server = await started(dataDir, { onRestart: () => (restarts += 1) });
  // Busy and deaf: the session does not look up before its sum is done.
  const busy = ask(server.connection, 'select count(*)::int from generate_series(1, 8000000)').catch(() => undefined);
  await sleep(100);
  await killServer(dataDir);
  await busy;
  await until(() => restarts === 1);
  expect(await ask(server.connection, 'select 1')).toEqual([1]);
});

test('application and server killed together: the next start recovers', async () => {
  const dataDir = await folder();
  const lost = await application(dataDir);
  if (lost.said.connection) await ask(lost.said.connection, 'create table note as select 1 as n');
  await lost.kill();
  await killServer(dataDir);
  const server = await started(dataDir);
  expect(await ask(server.connection, 'select n from note')).toEqual([1]);
});

test('a stale pid file that names a stranger does not keep the server from starting', async () => {
  const dataDir = await folder();
  await (await start(dataDir)).stop();
  const lines = [process.pid, join(dataDir, 'pg'), 1, 5432, join(dataDir, 'run'), '', '  1 2', 'ready   ', ''];
  writeFileSync(join(dataDir, 'pg', 'postmaster.pid'), lines.join('\n'));
  const server = await started(dataDir);
  expect(server.pid).not.toBe(process.pid);
  expect(await ask(server.connection, 'select 1')).toEqual([1]);
});

test('stopping in the middle of a restart leaves no server', async () => {
  const dataDir = await folder();
  const server = await start(dataDir);
  await killServer(dataDir);
  await server.stop();
  expect(server.pid).toBeUndefined();
  expect(execFileSync('ps', ['-eo', 'args'], { encoding: 'utf8' })).not.toContain(dataDir);
});
