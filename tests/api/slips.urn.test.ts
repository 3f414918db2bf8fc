import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openUrnVault, type UrnDb } from '@danban/db/vaults/urn';
import { openUrn } from '@danban/server/urn';
import type { House } from '@danban/server';
import type { FreshDatabase } from '../support/freshDatabase.ts';
import { onEachPostgres } from '../support/onEachPostgres.ts';

const pack = (answers: Record<string, unknown>): Uint8Array => Uint8Array.of(Number(answers['q1']));
const upTo = (n: number) => Array.from({ length: n }, (_, i) => i);
const answers = (value: number) => ({ answers: { q1: String(value) }, packed: Uint8Array.of(value) });

onEachPostgres((_, fresh) => {
  let database: FreshDatabase;
  let vaults: UrnDb[];
  let keys: string;
  let urn: House['urn'];
  let other: House['urn'];

  beforeAll(async () => {
    database = await fresh();
    keys = await mkdtemp(join(tmpdir(), 'danban-keys-'));
    vaults = [openUrnVault(database.connection), openUrnVault(database.connection)];
    [urn, other] = vaults.map((vault) => openUrn(vault, keys)) as [House['urn'], House['urn']];
  });
  afterAll(async () => {
    await Promise.all(vaults.map((vault) => vault.destroy()));
    await database.close();
    await rm(keys, { recursive: true });
  });

  /** An open survey with so many slips of unit 3. */
  const opened = async (count: number): Promise<{ survey: string; codes: Uint8Array[] }> => {
    const survey = randomUUID();
    const [codes] = await urn.slips.make(survey, [{ unit: 3, count }]);
    await urn.prepare(survey);
    return { survey, codes: codes! };
  };
  const sheets = async (survey: string) =>
    (
      await sql<{ unit: number; packed: Buffer }>`
        select unit, packed from urn.submission where survey_id = ${survey}`.execute(database.db)
    ).rows.map(({ unit, packed }) => [unit, packed[0]]);

  test('a code lets one sheet in, and the unit is the one of its slip', async () => {
    const survey = randomUUID();
    const [two, five] = await urn.slips.make(survey, [
      { unit: 2, count: 2 },
      { unit: 5, count: 1 },
    ]);
    await urn.prepare(survey);
    expect(await urn.slips.redeem(survey, two![0]!, answers(7))).toBe('accepted');
    expect(await urn.slips.redeem(survey, two![0]!, answers(8))).toBe('already-counted');
    expect(await urn.slips.redeem(survey, five![0]!, answers(9))).toBe('accepted');
    await urn.close(survey, pack);
    expect((await sheets(survey)).sort()).toEqual([
      [2, 7],
      [5, 9],
    ]);
  });

  test('the same sheet again is accepted where only its sender can send it, until its flush', async () => {
    const { survey, codes } = await opened(30);
    const [salt, otherSalt] = ['A'.repeat(43), 'B'.repeat(43)] as const;
    const [nonce, otherNonce] = ['n'.repeat(22), 'o'.repeat(22)] as const;
    const own = [{ salt }, { nonce }] as const;
    const send = (at: number, more: object) => urn.slips.redeem(survey, codes[at]!, { ...answers(at), ...more });
    for (const at of upTo(30)) expect(await send(at, own[at % 2]!)).toBe('accepted');
    for (const at of upTo(30)) expect(await send(at, own[at % 2]!)).toBe('accepted');
    const others = [{}, { salt: otherSalt }, { nonce: otherNonce }, { salt: nonce }, { nonce: salt }];
    for (const more of others) for (const at of [0, 1]) expect(await send(at, more)).toBe('already-counted');
    expect(await urn.slips.redeem(survey, codes[1]!, { ...answers(2), nonce })).toBe('already-counted');
    expect(await urn.flush(survey, { eligible: null, threshold: 5 }, pack)).toBe(true);
    const again = await Promise.all(upTo(30).map((at) => send(at, own[at % 2]!)));
    expect(again.toSorted()).toEqual([
      ...Array<string>(5).fill('accepted'),
      ...Array<string>(25).fill('already-counted'),
    ]);
  });

  test('whoever has the code alone learns nothing of the answers by trying, nor whether they have been opened', async () => {
    const { survey, codes } = await opened(30);
    for (const [at, code] of codes.entries()) await urn.slips.redeem(survey, code, answers(at));
    const tried = async () =>
      new Set(
        await Promise.all(codes.flatMap((code) => upTo(30).map((n) => urn.slips.redeem(survey, code, answers(n))))),
      );
    expect(await tried()).toEqual(new Set(['already-counted']));
    expect(await urn.flush(survey, { eligible: null, threshold: 5 }, pack)).toBe(true);
    expect(await tried()).toEqual(new Set(['already-counted']));
  });

  test('a code nobody drew and a code of another survey are unknown, and count nowhere', async () => {
    const { survey } = await opened(3);
    const { codes } = await opened(3);
    expect(await urn.slips.redeem(survey, codes[0]!, answers(1))).toBe('code-unknown');
    expect(await urn.slips.redeem(survey, new Uint8Array(10), answers(1))).toBe('code-unknown');
    await urn.close(survey, pack);
    expect(await sheets(survey)).toEqual([]);
  });

  test('two hundred at once under one code leave exactly one answer', async () => {
    const { survey, codes } = await opened(1);
    const receipts = await Promise.all(
      upTo(200).map((n) => [urn, other][n % 2]!.slips.redeem(survey, codes[0]!, answers(n % 100))),
    );
    expect(receipts).toContain('accepted');
    expect(receipts.filter((receipt) => receipt === 'accepted')).toHaveLength(1);
    expect(new Set(receipts)).toEqual(new Set(['accepted', 'already-counted']));
    await urn.close(survey, pack);
    expect(await sheets(survey)).toHaveLength(1);
  });

  test('of two hundred who send and those who void under one code exactly one wins', async () => {
    const { survey, codes } = await opened(12);
    const won: string[] = [];
    for (const [at, code] of codes.entries()) {
      const trying = upTo(200).map(async (n) => {
        const through = [urn, other][n % 2]!;
        if (n % 25 !== at) return through.slips.redeem(survey, code, answers(1));
        const voided = await through.slips.void(survey, code);
        return typeof voided === 'string' ? voided : 'voided';
      });
      const outcomes = await Promise.all(trying);
      const voided = outcomes.filter((outcome) => outcome === 'voided').length;
      const accepted = outcomes.includes('accepted');
      expect([voided, accepted]).toEqual(accepted ? [0, true] : [1, false]);
      const said = ['accepted', 'already-counted', 'voided', 'slip-used', 'code-voided', 'code-unknown'];
      expect(outcomes.filter((outcome) => !said.includes(outcome))).toEqual([]);
      won.push(accepted ? 'sent' : 'voided');
    }
    await urn.close(survey, pack);
    expect(await sheets(survey)).toHaveLength(won.filter((who) => who === 'sent').length);
  });

  test('a used slip cannot be voided; a voided one is named so, takes no answer, and its place may be given again', async () => {
    const { survey, codes } = await opened(2);
    const [used, spoilt] = codes as [Uint8Array, Uint8Array];
    await urn.slips.redeem(survey, used, answers(1));
    expect(await urn.slips.void(survey, used)).toBe('slip-used');
    expect(await urn.slips.void(survey, spoilt)).toEqual({ unit: 3 });
    expect(await urn.slips.void(survey, spoilt)).toBe('code-unknown');
    expect(await urn.slips.redeem(survey, spoilt, answers(2))).toBe('code-voided');
    const [[fresh]] = (await urn.slips.make(survey, [{ unit: 3, count: 1 }])) as [[Uint8Array]];
    expect(await urn.slips.redeem(survey, fresh, answers(2))).toBe('accepted');
    expect([...(await urn.slips.count(survey))]).toEqual([[3, 2]]);
    await urn.close(survey, pack);
    expect(await sheets(survey)).toHaveLength(2);
  });

  test('another process that remembers a voided slip does not thank for it, and soon takes one it has never seen', async () => {
    const { survey, codes } = await opened(2);
    expect(await other.slips.redeem(survey, codes[1]!, answers(1))).toBe('accepted');
    await urn.slips.void(survey, codes[0]!);
    expect(await other.slips.redeem(survey, codes[0]!, answers(2))).toBe('code-voided');
    const [[fresh]] = (await urn.slips.make(survey, [{ unit: 4, count: 1 }])) as [[Uint8Array]];
    await expect.poll(() => other.slips.redeem(survey, fresh, answers(3)), { timeout: 5_000 }).toBe('accepted');
  });

  test('before the opening a slip is voided by its row alone, and all can be thrown away', async () => {
    const survey = randomUUID();
    const [codes] = await urn.slips.make(survey, [{ unit: 1, count: 3 }]);
    expect(await urn.slips.void(survey, codes![0]!)).toEqual({ unit: 1 });
    expect([...(await urn.slips.count(survey))]).toEqual([[1, 2]]);
    await urn.slips.discard(survey);
    await urn.prepare(survey);
    expect(await urn.slips.redeem(survey, codes![1]!, answers(1))).toBe('code-unknown');
  });

  test('a voided slip is no answer: the survey can still be cancelled, and with one answer it cannot', async () => {
    const empty = await opened(2);
    await urn.slips.void(empty.survey, empty.codes[0]!);
    expect(await urn.sealIfEmpty(empty.survey)).toBe(true);
    const answered = await opened(2);
    await urn.slips.void(answered.survey, answered.codes[0]!);
    await urn.slips.redeem(answered.survey, answered.codes[1]!, answers(1));
    expect(await urn.sealIfEmpty(answered.survey)).toBe(false);
    const flushed = await opened(40);
    for (const code of flushed.codes) await urn.slips.redeem(flushed.survey, code, answers(1));
    await urn.flush(flushed.survey, { eligible: null, threshold: 40 - 1 }, pack);
    await sql`update urn.staged set sealed = null where survey_id = ${flushed.survey}`.execute(database.db);
    expect(await urn.sealIfEmpty(flushed.survey)).toBe(false);
  });

  test('slips go with the keys of a closed urn, and with everything when it is erased', async () => {
    const closed = await opened(2);
    await urn.close(closed.survey, pack);
    await urn.destroyKeys(closed.survey);
    expect(await urn.slips.count(closed.survey)).toEqual(new Map());
    const erased = await opened(2);
    await urn.erase(erased.survey);
    expect(await urn.slips.count(erased.survey)).toEqual(new Map());
  });

  /** The file of a survey's slips, as it lies on the disk once everything is written out. */
  const fileOf = async (survey: string): Promise<Buffer> => {
    await sql`checkpoint`.execute(database.db);
    const { rows } = await sql<{ path: string }>`
      select current_setting('data_directory') || '/' || pg_relation_filepath(${`urn.slip_${survey.replaceAll('-', '')}`}::regclass) as path`.execute(
      database.db,
    );
    return readFile(rows[0]!.path);
  };

  test('which slips were used is not on the disk: using them changes not one byte of their rows', async () => {
    const { survey, codes } = await opened(50);
    // Frozen, every row carries its last mark: what is read from here on can add none. (A count alone may leave some for
    // later: the server marks a row as read only when the commits next to its own are on the disk, whoever made them.)
    await sql.raw(`vacuum (freeze) urn.slip_${survey.replaceAll('-', '')}`).execute(database.db);
    await urn.slips.count(survey);
    const before = await fileOf(survey);
    for (const code of codes.slice(0, 20)) await urn.slips.redeem(survey, code, answers(1));
    for (const code of codes.slice(0, 5)) await other.slips.redeem(survey, code, answers(2));
    await urn.slips.void(survey, codes[0]!);
    expect((await fileOf(survey)).equals(before)).toBe(true);
  });

  test('it is seen: a slip looked up by itself in rows nobody has read leaves its mark', async () => {
    const { survey, codes } = await opened(50);
    await sql`create table urn.careless with (autovacuum_enabled = false) as table urn.slip with no data`.execute(
      database.db,
    );
    // Before its rows: making an index reads all of them.
    await sql`create index on urn.careless (hash)`.execute(database.db);
    await sql`insert into urn.careless select * from urn.slip where survey_id = ${survey}`.execute(database.db);
    expect(codes).toHaveLength(50);
    const rows = await sql<{ path: string; hash: Buffer }>`
      select current_setting('data_directory') || '/' || pg_relation_filepath('urn.careless') as path, hash
      from urn.slip where survey_id = ${survey} limit 1`.execute(database.db);
    const { path, hash } = rows.rows[0]!;
    const read = async () => {
      await sql`checkpoint`.execute(database.db);
      return readFile(path);
    };
    const before = await read();
    const isMarked = async () => {
      await database.db.connection().execute(async (db) => {
        await sql`set enable_seqscan = off`.execute(db);
        await sql`select * from urn.careless where hash = ${hash}`.execute(db);
      });
      return !(await read()).equals(before);
    };
    // The mark waits until the commits next to its own are on the disk, whoever made them.
    await expect.poll(isMarked, { timeout: 10_000 }).toBe(true);
    await sql`drop table urn.careless`.execute(database.db);
  });
});
