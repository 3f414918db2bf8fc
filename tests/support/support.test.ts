import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FreshDatabase } from './freshDatabase.ts';
import { onEachPostgres } from './onEachPostgres.ts';

onEachPostgres((version, fresh) => {
  let one: FreshDatabase;
  let other: FreshDatabase;
  beforeAll(async () => {
    [one, other] = await Promise.all([fresh(), fresh()]);
  });
  afterAll(() => Promise.all([one.close(), other.close()]));

  test('the server is of the version it says', async () => {
    const { rows } = await sql<{ server_version: string }>`show server_version`.execute(one.db);
    expect(rows[0]?.server_version).toMatch(new RegExp(`^${version}\\.`));
  });

  test('what one test file writes no other one sees', async () => {
    await sql`create table mark (n int)`.execute(one.db);
    await expect(sql`select * from mark`.execute(other.db)).rejects.toMatchObject({ code: '42P01' });
  });

  test('a clone is migrated', async () => {
    const { rows } = await sql<{ there: boolean }>`select to_regclass('urn.staged') is not null as there`.execute(
      one.db,
    );
    expect(rows).toEqual([{ there: true }]);
  });
});
