import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openUrnVault, type UrnDb } from '@danban/db/vaults/urn';
import type { House } from '@danban/server';
import { openUrn } from '@danban/server/urn';
import { classOf, leastFor } from '@danban/server/urn/envelope';
import { LIMITS } from '@danban/survey';
import type { FreshDatabase } from '../support/freshDatabase.ts';
import { onEachPostgres } from '../support/onEachPostgres.ts';

const pack = (answers: Record<string, unknown>): Uint8Array => Uint8Array.of(Number(answers['q1']));
const wide = { eligible: null, threshold: 5 };
const filled = (value: number, q2?: string) => {
  const answers = { q1: String(value), ...(q2 === undefined ? {} : { q2 }) };
  return { answers, packed: pack(answers) };
};
const answer = (value: number) => ({ nullifier: `nonce-${value}`, unit: 0, ...filled(value) });

onEachPostgres((_, fresh) => {
  let database: FreshDatabase;
  let vault: UrnDb;
  let keys: string;
  let urn: House['urn'];

  beforeAll(async () => {
    database = await fresh();
    vault = openUrnVault(database.connection);
    keys = await mkdtemp(join(tmpdir(), 'danban-keys-'));
    urn = openUrn(vault, keys);
  });
  afterAll(async () => {
    await vault.destroy();
    await database.close();
    await rm(keys, { recursive: true });
  });

  const newSurvey = async (): Promise<string> => {
    const survey = randomUUID();
    await urn.prepare(survey);
    return survey;
  };
  const fill = (survey: string, from: number, to: number) =>
    Promise.all(Array.from({ length: to - from }, (_, i) => urn.accept(survey, answer(from + i))));
  const opened = async (survey: string): Promise<{ body: string; packed: Buffer; leaf: Buffer }[]> => {
    const found = await sql<{ body: string; packed: Buffer; leaf: Buffer }>`
      select body, packed, leaf from urn.submission where survey_id = ${survey}`.execute(database.db);
    return found.rows;
  };
  const values = async (survey: string) => (await opened(survey)).map((row) => row.packed[0]!).sort((a, b) => a - b);
  const upTo = (n: number) => Array.from({ length: n }, (_, i) => i);

  test('an accepted answer lies sealed: no table holds its words before a flush', async () => {
    const survey = await newSurvey();
    await urn.accept(survey, { nullifier: 'n', unit: 0, ...filled(1, 'con chữ dễ nhận ra') });
    const dump = await sql<{ row: string }>`
      select encode(sealed, 'escape') || encode(tag, 'escape') as row from urn.staged where survey_id = ${survey}`.execute(
      database.db,
    );
    expect(dump.rows).toHaveLength(1);
    expect(dump.rows[0]!.row).not.toContain('nhận ra');
    expect(await opened(survey)).toEqual([]);
  });

  test('the same nonce and answers are accepted once; other answers under it are refused', async () => {
    const survey = await newSurvey();
    expect(await urn.accept(survey, answer(7))).toBe('accepted');
    expect(await urn.accept(survey, answer(7))).toBe('accepted');
    expect(await urn.accept(survey, { ...answer(7), ...filled(8) })).toBe('different-answer');
    await urn.close(survey, pack);
    expect(await values(survey)).toEqual([7]);
  });

  test('two hundred at once under one nonce leave exactly one answer', async () => {
    const survey = await newSurvey();
    const receipts = await Promise.all(Array.from({ length: 200 }, () => urn.accept(survey, answer(1))));
    expect(new Set(receipts)).toEqual(new Set(['accepted']));
    await urn.close(survey, pack);
    expect(await values(survey)).toEqual([1]);
  });

  test('commits of two processes that share nonces neither lock each other out nor double an answer', async () => {
    const survey = await newSurvey();
    const another = openUrn(vault, keys);
    await Promise.all([urn.accept(survey, answer(0)), another.accept(survey, answer(0))]);
    const numbers = upTo(250);
    let sent: Promise<string[]>[] = [];
    // Held back until both lie in front of the table, so that they begin at the same moment.
    await database.db.transaction().execute(async (trx) => {
      await sql`lock table urn.staged in share mode`.execute(trx);
      sent = [
        Promise.all(numbers.map((n) => urn.accept(survey, answer(n)))),
        Promise.all(numbers.toReversed().map((n) => another.accept(survey, answer(n)))),
      ];
      await new Promise((resolve) => setTimeout(resolve, 300));
    });
    expect(new Set((await Promise.all(sent)).flat())).toEqual(new Set(['accepted']));
    await urn.close(survey, pack);
    expect(await values(survey)).toEqual(numbers);
  });

  test('below twenty waiting, or below a hundred eligible, nothing is opened before the close', async () => {
    const few = await newSurvey();
    await fill(few, 0, 19);
    expect(await urn.flush(few, wide, pack)).toBe(false);
    const small = await newSurvey();
    await fill(small, 0, 30);
    expect(await urn.flush(small, { eligible: 99, threshold: 5 }, pack)).toBe(false);
    expect(await opened(small)).toEqual([]);
  });

  test('a flush keeps some back at random, and the close takes all the rest', async () => {
    const survey = await newSurvey();
    await fill(survey, 0, 40);
    expect(await urn.flush(survey, wide, pack)).toBe(true);
    expect(await opened(survey)).toHaveLength(35);
    expect(await urn.accept(survey, answer(40))).toBe('accepted');
    await urn.close(survey, pack);
    expect(await values(survey)).toEqual(upTo(41));
  });

  test('after its flush a repeat is already counted, and what was kept back is still the same answer', async () => {
    const survey = await newSurvey();
    await fill(survey, 0, 25);
    await urn.flush(survey, wide, pack);
    const receipts = await fill(survey, 0, 25);
    expect(receipts.filter((receipt) => receipt === 'already-counted')).toHaveLength(20);
    expect(receipts.filter((receipt) => receipt === 'accepted')).toHaveLength(5);
  });

  test('rows lie in the order of their leaves, written by one transaction, whatever the order of arrival', async () => {
    const survey = await newSurvey();
    await fill(survey, 0, 30);
    await urn.flush(survey, wide, pack);
    await fill(survey, 30, 60);
    await urn.close(survey, pack);
    const found = await sql<{ sorted: boolean; writers: number }>`
      select array_agg(leaf order by ctid) = array_agg(leaf order by leaf) as sorted,
        count(distinct xmin::text)::int as writers
      from urn.submission where survey_id = ${survey}`.execute(database.db);
    expect(found.rows[0]).toEqual({ sorted: true, writers: 1 });
  });

  test('after a flush the key of its batch is destroyed, after a close every key and every envelope', async () => {
    const survey = await newSurvey();
    await fill(survey, 0, 30);
    const before = await readdir(join(keys, survey));
    await urn.flush(survey, wide, pack);
    await urn.destroyKeys(survey);
    const after = await readdir(join(keys, survey));
    expect(before.filter((name) => after.includes(name))).toEqual(['tag']);
    await urn.close(survey, pack);
    await urn.destroyKeys(survey);
    await expect(readdir(join(keys, survey))).rejects.toThrow('ENOENT');
    const left = await sql<{ n: number }>`
      select (select count(*) from urn.staged where survey_id = ${survey})
        + (select count(*) from urn.batch where survey_id = ${survey}) as n`.execute(database.db);
    expect(left.rows[0]!.n).toBe(0);
  });

  test('answers that arrive while a batch is turned are in this flush or in the next, never lost', async () => {
    const survey = await newSurvey();
    await fill(survey, 0, 100);
    const late = Array.from({ length: 150 }, async (_, i) => {
      await new Promise((resolve) => setTimeout(resolve, i));
      return urn.accept(survey, answer(100 + i));
    });
    await urn.flush(survey, wide, pack);
    expect(new Set(await Promise.all(late))).toEqual(new Set(['accepted']));
    await urn.close(survey, pack);
    expect(await values(survey)).toEqual(upTo(250));
  });

  test('a closed urn takes nothing, and closing it again changes nothing', async () => {
    const survey = await newSurvey();
    await fill(survey, 0, 5);
    await urn.close(survey, pack);
    await urn.close(survey, pack);
    expect(await urn.accept(survey, answer(9))).toBe('survey-closed');
    expect(await values(survey)).toEqual(upTo(5));
  });

  test('an intake that is not handed the key of the next batch takes no more, whoever else does', async () => {
    const survey = await newSurvey();
    await fill(survey, 0, 25);
    const apart = await mkdtemp(join(tmpdir(), 'danban-keys-'));
    await cp(join(keys, survey), join(apart, survey), { recursive: true });
    const another = openUrn(vault, apart);
    expect(await another.accept(survey, answer(25))).toBe('accepted');
    await urn.flush(survey, wide, pack);
    expect(await another.accept(survey, answer(26))).toBe('intake-interrupted');
    expect(await urn.accept(survey, answer(27))).toBe('accepted');
    await rm(apart, { recursive: true });
  });

  test('a database restored under a running intake gets no envelope that nobody could open', async () => {
    const survey = await newSurvey();
    await urn.accept(survey, answer(1));
    await sql`delete from urn.batch_key where batch_id in (
      select id from urn.batch where survey_id = ${survey})`.execute(database.db);
    await sql`delete from urn.staged where survey_id = ${survey}`.execute(database.db);
    expect(await urn.accept(survey, answer(2))).toBe('accepted');
    await urn.close(survey, pack);
    expect(await values(survey)).toEqual([2]);
  });

  test('preparing an urn again keeps the answers that lie in it', async () => {
    const survey = await newSurvey();
    await fill(survey, 0, 5);
    await urn.prepare(survey);
    await urn.close(survey, pack);
    expect(await values(survey)).toEqual(upTo(5));
  });

  test('an envelope of twelve choices and one with a sentence look alike from outside', async () => {
    const survey = await newSurvey();
    await urn.accept(survey, answer(1));
    await urn.accept(survey, { ...answer(2), ...filled(2, 'dài '.repeat(100)) });
    const sizes = await sql<{ size: number }>`
      select distinct length(sealed) as size from urn.staged where survey_id = ${survey}`.execute(database.db);
    expect(sizes.rows).toHaveLength(1);
  });

  test('where a form has room for much writing, who writes little and who writes much fill one class, also kept back', async () => {
    const survey = await newSurvey();
    const classes = async () => {
      const { rows } = await sql<{ size: number }>`
        select distinct length(sealed) as size from urn.staged
        where survey_id = ${survey} and sealed is not null`.execute(database.db);
      return rows.map(({ size }) => classOf(new Uint8Array(size)));
    };
    const least = leastFor(LIMITS.answerBytes);
    for (let i = 0; i < 25; i++)
      await urn.accept(survey, { ...answer(i), ...filled(i, i % 5 === 0 ? 'dài '.repeat(2_000) : undefined), least });
    expect([await classes(), leastFor(4_096)]).toEqual([[least], 0]);
    expect(await urn.flush(survey, wide, pack)).toBe(true);
    expect(await classes()).toEqual([least]);
  });

  test('no answer reaches the statistics of the server', async () => {
    const survey = await newSurvey();
    await fill(survey, 0, 200);
    await urn.close(survey, pack);
    await sql`analyze`.execute(database.db);
    const seen = await sql<{ attname: string }>`
      select attname from pg_stats where schemaname = 'urn' and tablename like 'submission%'
        and attname in ('leaf', 'unit', 'packed', 'body')`.execute(database.db);
    expect(seen.rows).toEqual([]);
  });
});
