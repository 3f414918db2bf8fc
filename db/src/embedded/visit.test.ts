import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { livingServer } from './pidFile.ts';
import { application, ask, folder, start } from './testing/scene.ts';
import { visitEmbedded } from './visit.ts';

const isRunning = (dataDir: string) => livingServer({ pgDir: join(dataDir, 'pg') }) !== undefined;

test('a visitor of a running application reads beside it and leaves it running', async () => {
  const dataDir = await folder();
  const { connection, stop } = await start(dataDir);
  const visit = await visitEmbedded(dataDir);
  expect(await ask(visit.connection, 'select 1')).toEqual([1]);
  await visit.leave();
  expect(await ask(connection, 'select 1')).toEqual([1]);
  await stop();
});

test('a visitor of a stopped one starts the server and stops it again', async () => {
  const dataDir = await folder();
  await (await start(dataDir)).stop();
  const visit = await visitEmbedded(dataDir);
  expect(await ask(visit.connection, 'select 1')).toEqual([1]);
  await visit.leave();
  expect(isRunning(dataDir)).toBe(false);
  await (await start(dataDir)).stop();
});

test('a visitor finds the server that a killed application left behind, and leaves it there', async () => {
  const dataDir = await folder();
  const lost = await application(dataDir);
  await lost.kill();
  const visit = await visitEmbedded(dataDir);
  expect(await ask(visit.connection, 'select 1')).toEqual([1]);
  await visit.leave();
  expect(isRunning(dataDir)).toBe(true);
  await (await start(dataDir)).stop();
});

test('a visitor makes no database where there is none', async () => {
  const dataDir = join(await folder(), 'nothing');
  await expect(visitEmbedded(dataDir)).rejects.toMatchObject({ code: 'no-database', folder: dataDir });
  expect(existsSync(dataDir)).toBe(false);
});
