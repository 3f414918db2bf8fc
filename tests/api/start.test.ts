import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, expect, test, vi } from 'vitest';
import { openHouse, readConfig } from '@danban/server';
import { freshDatabase } from '../support/freshDatabase.ts';

afterEach(() => void vi.restoreAllMocks());

test('a wrong setting stops the start in words that name it', () => {
  expect(() => readConfig({ PORT: 'three thousand' })).toThrow('PORT must be a whole number');
  expect(() => readConfig({ DATABASE_URL: 'mysql://localhost/x' })).toThrow('DATABASE_URL must begin with postgres://');
  expect(readConfig({ PORT: '', HOST: '0.0.0.0' })).toMatchObject({ port: 3000, origin: 'http://localhost:3000' });
});

test('another PostgreSQL that keeps times or values is warned about in words before anybody answers', async () => {
  const database = await freshDatabase();
  const keysDir = await mkdtemp(join(tmpdir(), 'danban-keys-'));
  const said: string[] = [];
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => said.push(String(text)) > 0);
  const { host, port, database: name, user } = database.connection;
  await sql`alter database ${sql.id(name)} set log_statement = 'all'`.execute(database.db);
  const url = `postgresql://${user}@localhost:${port ?? 5432}/${name}?host=${encodeURIComponent(host)}`;
  const { house, close } = await openHouse({
    ...readConfig({ DATABASE_URL: url, DANBAN_KEYS: keysDir, DANBAN_ORIGIN: 'https://danban.example' }),
  });
  expect(house.origin).toBe('https://danban.example');
  await close();
  expect(said.join('')).toContain("Set log_statement = 'none'");
  await rm(keysDir, { recursive: true });
  await database.close();
});
