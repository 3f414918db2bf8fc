import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import type { Db } from '@danban/db';
import type { FreshDatabase } from '../support/freshDatabase.ts';
import { testHouse } from '../support/house.ts';
import { onEachPostgres } from '../support/onEachPostgres.ts';
import { surveyRun } from '../support/surveyRun.ts';

const filledByMigrations = ['public.house_rule', 'public.migration'];

/** Tables that hold anything; a partitioned one counts by its partitions. */
async function filled(db: Db): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select nspname || '.' || relname as name from pg_class join pg_namespace n on n.oid = relnamespace
    where relkind = 'r' and nspname in ('public', 'urn', 'roster') order by 1`.execute(db);
  const found: string[] = [];
  for (const { name } of rows) {
    const [schema, table] = name.split('.');
    const one = await sql`select from ${sql.id(schema!, table!)} limit 1`.execute(db);
    if (one.rows.length > 0) found.push(name.replace(/_[0-9a-f]{32}$/, ''));
  }
  return [...new Set(found)];
}

const nowhere = { host: '/nowhere', database: 'none', user: 'nobody' };

onEachPostgres((_, fresh) => {
  const another = async (): Promise<FreshDatabase> => {
    const database = await fresh();
    onTestFinished(database.close);
    return database;
  };

  test('a part of the product opens no vault it has no part in, nor its keys', async () => {
    const [house, urn, roster] = [await another(), await another(), await another()];
    const answers = { house: house.connection, urn: urn.connection, roster: nowhere };
    const taking = await testHouse(house, { role: 'urn', databases: answers });
    expect(await taking.house.urn.surveys()).toEqual([]);
    await taking.leave();
    const people = { house: house.connection, urn: nowhere, roster: roster.connection };
    const keysDir = join(tmpdir(), 'danban-keys-nobody-has');
    const issuing = await testHouse(house, { role: 'issuer', databases: people, keysDir });
    expect(() => issuing.house.urn.surveys()).toThrow('this process has no urn');
    expect(await issuing.house.doors.find('a-link-nobody-has')).toBeUndefined();
    await issuing.leave();
  });

  test('a vault that a setting alone would move away from what it holds stops the start; the same under another address does not', async () => {
    const [house, other] = [await fresh(), await another()];
    const run = await surveyRun(house);
    onTestFinished(run.at.close);
    const survey = await run.open();
    const where = house.connection;
    for (const role of ['all', 'urn', 'worker'] as const) {
      const moved = testHouse(house, { role, databases: { house: where, urn: other.connection, roster: where } });
      await expect(moved).rejects.toThrow('holds answers, and URN_DATABASE_URL leads to another one');
    }
    const again = { ...where };
    const same = await testHouse(house, {
      databases: { house: where, urn: again, roster: again },
      keysDir: run.at.keysDir,
    });
    expect(await same.house.urn.surveys()).toEqual([survey.id]);
    await same.leave();
    await sql`insert into roster.stratum values (${survey.id}, 0, 'x', 1, '', '')`.execute(house.db);
    const people = testHouse(house, {
      role: 'issuer',
      databases: { house: where, urn: where, roster: other.connection },
    });
    await expect(people).rejects.toThrow('and ROSTER_DATABASE_URL leads to another one');
  });

  test('a survey lives its whole life over three databases, and each holds its own part alone', async () => {
    const [house, urn, roster] = [await fresh(), await another(), await another()];
    const databases = { house: house.connection, urn: urn.connection, roster: roster.connection };
    const run = await surveyRun(house, { databases });
    onTestFinished(run.at.close);
    const survey = await run.open();

    await run.answer(survey, Array<string>(30).fill('Gửi trước đợt mở'));
    expect(await filled(urn.db)).toEqual([...filledByMigrations, 'urn.batch', 'urn.batch_key', 'urn.staged']);
    await run.nextDay();
    expect(await filled(urn.db)).toContain('urn.submission');
    await run.answer(survey, Array<string>(9).fill('Gửi sau đợt mở'));

    expect(await run.release(survey)).toMatchObject({ state: 'released', published: true });
    const response = await run.at.app.request(`/api/kq/${(await slugOf(house.db, survey.id))!}`);
    expect(await response.json()).toMatchObject({ units: [{ participation: { respondents: 39 } }] });

    expect(await filled(urn.db)).toEqual([
      ...filledByMigrations,
      'urn.leaf_batch',
      'urn.ledger_cell',
      'urn.ledger_column',
      'urn.submission',
    ]);
    expect(await filled(roster.db)).toEqual(filledByMigrations);
    const inHouse = await filled(house.db);
    expect(inHouse).toEqual(expect.arrayContaining(['public.release', 'public.survey', 'public.comment']));
    expect(inHouse.filter((name) => !name.startsWith('public.'))).toEqual([]);
    expect(inHouse).toEqual(expect.arrayContaining(['public.release_cell', 'public.release_group']));

    // Another house comes back to the same three, and archiving reaches across as well.
    await run.at.leave();
    const later = run.at.house.clock().getTime() + 400 * 24 * 60 * 60 * 1000;
    const again = await testHouse(house, { databases, keysDir: run.at.keysDir, now: later });
    await again.work();
    await again.work();
    await again.leave();
    expect(await filled(urn.db)).toEqual(filledByMigrations);
  });
});

async function slugOf(db: Db, survey: string): Promise<string | undefined> {
  const row = await db.selectFrom('survey').select('results_slug').where('id', '=', survey).executeTakeFirst();
  return row?.results_slug;
}
