import { readFileSync } from 'node:fs';
import { mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, expect, onTestFinished, test, vi } from 'vitest';
import { openHouse, readConfig } from '@danban/server';
import { freshDatabase } from '../support/freshDatabase.ts';

afterEach(() => void vi.restoreAllMocks());

/** What the house writes where an IT officer reads. */
function listen(): () => string {
  const said: string[] = [];
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => said.push(String(text)) > 0);
  return () => said.join('');
}

test('a wrong setting stops the start in words that name it', () => {
  expect(() => readConfig({ PORT: 'three thousand' })).toThrow('PORT must be a whole number');
  expect(() => readConfig({ DATABASE_URL: 'mysql://localhost/x' })).toThrow('DATABASE_URL must begin with postgres://');
  expect(readConfig({ PORT: '', HOST: '0.0.0.0' })).toMatchObject({ port: 3000, origin: 'http://localhost:3000' });
});

test('another PostgreSQL that keeps times or values is warned about in words before anybody answers', async () => {
  const database = await freshDatabase();
  const keysDir = await mkdtemp(join(tmpdir(), 'danban-keys-'));
  const said = listen();
  const { host, port, database: name, user } = database.connection;
  await sql`alter database ${sql.id(name)} set log_statement = 'all'`.execute(database.db);
  const url = `postgresql://${user}@localhost:${port ?? 5432}/${name}?host=${encodeURIComponent(host)}`;
  const { house, close } = await openHouse({
    ...readConfig({ DATABASE_URL: url, DANBAN_KEYS: keysDir, DANBAN_ORIGIN: 'https://danban.example' }),
  });
  expect(house.origin).toBe('https://danban.example');
  await close();
  expect(said()).toContain("Set log_statement = 'none'");
  await rm(keysDir, { recursive: true });
  await database.close();
});

test('a built-in database that dies is started again, and the log tells that it came and what kept it', async () => {
  const home = await mkdtemp(join(tmpdir(), 'danban-home-'));
  onTestFinished(() => rm(home, { recursive: true }));
  const said = listen();
  const pgDir = join(home, 'data', 'pg');
  const { close } = await openHouse(
    readConfig({
      DANBAN_DATA: join(home, 'data'),
      DANBAN_KEYS: join(home, 'keys'),
      DANBAN_ORIGIN: 'https://a.example',
    }),
  );
  onTestFinished(close);
  const lines = (event: string) => said().split(`"event":"${event}"`).length - 1;
  // Its control file is away while it tries to come back: that is trouble, and it is named.
  await rename(join(pgDir, 'global', 'pg_control'), join(home, 'pg_control'));
  process.kill(Number(readFileSync(join(pgDir, 'postmaster.pid'), 'utf8').split('\n')[0]), 'SIGKILL');
  await vi.waitUntil(() => lines('database-trouble') > 0, { timeout: 15_000 });
  expect(said()).toContain('"code":"data-corrupt"');
  expect(lines('database-restarted')).toBe(0);
  await rename(join(home, 'pg_control'), join(pgDir, 'global', 'pg_control'));
  await vi.waitUntil(() => lines('database-restarted') === 1, { timeout: 15_000 });
});
