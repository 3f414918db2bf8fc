import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, readdir, readFile, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openUrnVault, type UrnDb } from '@danban/db/vaults/urn';
import type { House } from '@danban/server';
import { keyFolder } from '@danban/server/keys/folder';
import { openUrn } from '@danban/server/urn';
import { unwrap } from '@danban/server/urn/batchkeys';
import { seal, unseal } from '@danban/server/urn/envelope';
import { turnBatch } from '@danban/server/urn/flush';
import { batchTagKey, nullifierIn } from '@danban/server/urn/tags';
import type { FreshDatabase } from '../support/freshDatabase.ts';
import { onEachPostgres } from '../support/onEachPostgres.ts';

const pack = (answers: Record<string, unknown>): Uint8Array => Uint8Array.of(Number(answers['q1']));
const rule = { eligible: null, threshold: 5 };
const upTo = (n: number) => Array.from({ length: n }, (_, i) => i);
const hmac = (key: Uint8Array, nullifier: Uint8Array) => createHmac('sha256', key).update(nullifier).digest('hex');

onEachPostgres((_, fresh) => {
  let database: FreshDatabase;
  let vault: UrnDb;
  let folder: string;
  let urn: House['urn'];
  let another: House['urn'];

  beforeAll(async () => {
    database = await fresh();
    vault = openUrnVault(database.connection);
    folder = await mkdtemp(join(tmpdir(), 'danban-keys-'));
    urn = openUrn(vault, folder);
    another = openUrn(vault, folder);
  });
  afterAll(async () => {
    await vault.destroy();
    await database.close();
    await rm(folder, { recursive: true });
  });

  const presented = new Map<number, Uint8Array>();
  const credentialOf = (value: number): Uint8Array => {
    if (!presented.has(value)) presented.set(value, randomBytes(514));
    return presented.get(value)!;
  };
  const answer = (value: number, said = value) => {
    const answers = { q1: String(said) };
    return { nullifier: null, unit: 0, answers, packed: pack(answers), credential: credentialOf(value) };
  };
  const newSurvey = async (): Promise<string> => {
    const survey = randomUUID();
    await urn.prepare(survey);
    return survey;
  };
  const send = (survey: string, values: number[], to = urn) =>
    Promise.all(values.map((value) => to.accept(survey, answer(value))));
  const turn = (survey: string) => turnBatch(vault, keyFolder(folder), survey, true);
  const counted = async (survey: string) => {
    const { rows } = await sql<{ value: number; credential: Buffer | null }>`
      select get_byte(packed, 0) as value, credential from urn.submission where survey_id = ${survey}
      order by value`.execute(database.db);
    return rows;
  };
  const values = async (survey: string) => (await counted(survey)).map(({ value }) => value);
  const staged = async (survey: string) => {
    const { rows } = await sql<{ tag: string; sealed: boolean; xmin: string }>`
      select encode(tag, 'hex') as tag, sealed is not null as sealed, xmin::text as xmin from urn.staged
      where survey_id = ${survey} order by ctid`.execute(database.db);
    return rows;
  };
  const keyNames = (survey: string) => readdir(join(folder, survey));
  const keysIn = async (survey: string) => {
    const names = (await keyNames(survey)).filter((name) => !name.endsWith('.destroyed'));
    return Promise.all(names.map((name) => readFile(join(folder, survey, name))));
  };
  /** Every tag that somebody with these keys can work out for these credentials. */
  const tagsOf = (keys: Buffer[], of: number[]) =>
    new Set(
      of.flatMap((value) => {
        const nullifier = nullifierIn(credentialOf(value));
        return keys.flatMap((key) => [hmac(key, nullifier), hmac(batchTagKey(key), nullifier)]);
      }),
    );

  describe('one credential, one answer', () => {
    test('of two hundred at once in two processes exactly one counts', async () => {
      const survey = await newSurvey();
      const receipts = await Promise.all(upTo(200).map((n) => (n % 2 === 0 ? urn : another).accept(survey, answer(1))));
      expect(new Set(receipts)).toEqual(new Set(['accepted']));
      expect(await urn.accept(survey, answer(1, 2))).toBe('different-answer');
      await urn.close(survey, pack);
      expect(await values(survey)).toEqual([1]);
    });

    test('while its batch is sealed and not yet opened, whoever takes sheets knows of it', async () => {
      const survey = await newSurvey();
      await send(survey, upTo(10));
      await turn(survey);
      await send(survey, [10, 11]);
      await turn(survey);
      for (const process of [urn, another, openUrn(vault, folder)]) {
        expect(new Set(await send(survey, upTo(12), process))).toEqual(new Set(['accepted']));
        expect(await process.accept(survey, answer(3, 4))).toBe('different-answer');
        expect(await process.accept(survey, answer(11, 4))).toBe('different-answer');
      }
      expect((await staged(survey)).length).toBe(12);
      await urn.close(survey, pack);
      expect(await values(survey)).toEqual(upTo(12));
    });

    test('after its flush it is already counted, and one kept back is still the same answer', async () => {
      const survey = await newSurvey();
      await send(survey, upTo(30));
      await urn.flush(survey, rule, pack);
      const open = new Set(await values(survey));
      for (const process of [urn, another]) {
        const receipts = await send(survey, upTo(30), process);
        expect(receipts).toEqual(upTo(30).map((n) => (open.has(n) ? 'already-counted' : 'accepted')));
      }
      const back = upTo(30).find((n) => !open.has(n))!;
      expect(await another.accept(survey, answer(back, 31))).toBe('different-answer');
      await urn.close(survey, pack);
      expect(await values(survey)).toEqual(upTo(30));
    });

    test('while a flush is on its way to be committed nothing gets in beside it', async () => {
      const survey = await newSurvey();
      await send(survey, upTo(30));
      let flushed: Promise<boolean> | undefined;
      await database.db.transaction().execute(async (trx) => {
        // The flush has taken its rows away when it comes here, and has put nothing in their place.
        await sql`lock table urn.leaf_batch in exclusive mode`.execute(trx);
        flushed = urn.flush(survey, rule, pack);
        await expect
          .poll(async () => {
            const waits = await sql<{ n: number }>`
              select count(*)::int as n from pg_locks where not granted and relation = 'urn.leaf_batch'::regclass`.execute(
              database.db,
            );
            return waits.rows[0]!.n;
          })
          .toBe(1);
        expect(new Set(await send(survey, upTo(30), another))).toEqual(new Set(['accepted']));
        expect(await another.accept(survey, answer(3, 4))).toBe('different-answer');
      });
      await flushed;
      await urn.close(survey, pack);
      expect(await values(survey)).toEqual(upTo(30));
    });

    test('sent again and again by two processes, while batches are turned and opened, each counts once', async () => {
      const survey = await newSurvey();
      const everybody = upTo(120);
      await send(survey, everybody.slice(0, 40));
      let goesOn = true;
      const said = new Set<string>();
      const sending = [urn, another].map(async (process, at) => {
        for (let round = 0; goesOn || round < 9; round++) {
          const some = everybody.slice(0, Math.min(120, 40 + 10 * round));
          for (const receipt of await send(survey, at === 0 ? some : some.toReversed(), process)) said.add(receipt);
        }
      });
      for (let flush = 0; flush < 6; flush++) {
        await urn.flush(survey, rule, pack);
        if (flush % 2 === 0) await urn.destroyKeys(survey);
      }
      goesOn = false;
      await Promise.all(sending);
      expect([...said].sort()).toEqual(['accepted', 'already-counted']);
      await urn.close(survey, pack);
      expect(await values(survey)).toEqual(everybody);
    });

    test('while the key of a sealed batch is away nothing is taken', async () => {
      const survey = await newSurvey();
      await send(survey, upTo(3));
      const [first] = (await keyNames(survey)).filter((name) => name !== 'tag');
      await turn(survey);
      const key = join(folder, survey, first!);
      await rename(key, `${folder}/aside`);
      const fresh = openUrn(vault, folder);
      expect(await fresh.accept(survey, answer(3))).toBe('intake-interrupted');
      expect(await fresh.accept(survey, answer(1))).toBe('intake-interrupted');
      await rename(`${folder}/aside`, key);
      expect(await fresh.accept(survey, answer(3))).toBe('accepted');
      await urn.close(survey, pack);
      expect(await values(survey)).toEqual(upTo(4));
    });
  });

  describe('a credential is kept beside its sheet, and leads to nothing', () => {
    test('in every flush, and at the close', async () => {
      const survey = await newSurvey();
      await send(survey, upTo(30));
      await urn.flush(survey, rule, pack);
      expect(await counted(survey)).toHaveLength(25);
      await send(survey, upTo(40).slice(30));
      await urn.close(survey, pack);
      const all = await counted(survey);
      expect(all.map(({ value }) => value)).toEqual(upTo(40));
      for (const { value, credential } of all) expect(credential?.equals(credentialOf(value))).toBe(true);
    });

    test('a tag by which a sheet lay sealed can be worked out by no key that is left, those of another batch neither', async () => {
      const survey = await newSurvey();
      await send(survey, upTo(30));
      const first = await staged(survey);
      // The attack itself sees: with the keys of the moment every tag is found.
      const before = tagsOf(await keysIn(survey), upTo(30));
      expect(first.every(({ tag }) => before.has(tag))).toBe(true);
      await urn.flush(survey, rule, pack);
      await urn.destroyKeys(survey);
      await send(survey, upTo(50).slice(30));
      const after = tagsOf(await keysIn(survey), upTo(50));
      expect(first.filter(({ tag }) => after.has(tag))).toEqual([]);
      const second = await staged(survey);
      expect(second.every(({ tag }) => after.has(tag))).toBe(true);
      await urn.flush(survey, rule, pack);
      await urn.destroyKeys(survey);
      const last = tagsOf(await keysIn(survey), upTo(50));
      expect(second.filter(({ tag, sealed }) => sealed && last.has(tag))).toEqual([]);
    });

    test('tags that are left, and envelopes that were kept back, lie sorted, each kind written by one statement', async () => {
      const survey = await newSurvey();
      for (const value of upTo(30)) await urn.accept(survey, answer(value));
      await urn.flush(survey, rule, pack);
      const rows = await staged(survey);
      const [left, back] = [rows.filter(({ sealed }) => !sealed), rows.filter(({ sealed }) => sealed)];
      expect([left.length, back.length]).toEqual([25, 5]);
      for (const some of [left, back]) expect(some).toEqual(some.toSorted((a, b) => (a.tag < b.tag ? -1 : 1)));
      expect(new Set(rows.map(({ xmin }) => xmin)).size).toBe(1);
      await urn.erase(survey);
    });
  });

  describe('what was sealed before tags were of batches', () => {
    interface Row {
      tag: Buffer;
      sealed: Buffer;
      batch_id: string;
      wrapped: Buffer;
    }

    /** Behind head, one packed byte and salt. */
    const credentialAt = 8 + 1 + 43;

    /** As the version before sealed it: under the tag of the survey. */
    const asBefore = async (survey: string) => {
      const tagKey = await readFile(join(folder, survey, 'tag'));
      const { rows } = await sql<Row>`
        select tag, sealed, staged.batch_id, wrapped from urn.staged join urn.batch_key on batch_key.id = key_id
        where survey_id = ${survey}`.execute(database.db);
      for (const { tag, sealed, batch_id, wrapped } of rows) {
        const key = unwrap(await readFile(join(folder, survey, batch_id)), wrapped);
        const content = unseal(key, tag, sealed);
        const nullifier = nullifierIn(content.subarray(credentialAt, credentialAt + 514));
        const before = Buffer.from(hmac(tagKey, nullifier), 'hex');
        await sql`update urn.staged set tag = ${before}, sealed = ${seal(key, before, content)}
          where survey_id = ${survey} and tag = ${tag}`.execute(database.db);
      }
    };

    test('is taken once, opened with the rest, and its credential kept where the urn is opened once', async () => {
      const [once, often] = [await newSurvey(), await newSurvey()];
      for (const survey of [once, often]) {
        await send(survey, upTo(30));
        await asBefore(survey);
        expect(new Set(await send(survey, upTo(30), another))).toEqual(new Set(['accepted']));
        expect(await another.accept(survey, answer(3, 4))).toBe('different-answer');
        await send(survey, upTo(60).slice(30));
      }
      await urn.flush(often, rule, pack);
      const open = new Set(await values(often));
      const receipts = await send(often, upTo(60), another);
      expect(receipts).toEqual(upTo(60).map((n) => (open.has(n) ? 'already-counted' : 'accepted')));
      for (const survey of [once, often]) {
        await urn.close(survey, pack);
        expect(await values(survey)).toEqual(upTo(60));
      }
      const kept = async (survey: string) =>
        (await counted(survey)).filter(({ credential }) => credential !== null).map(({ value }) => value);
      expect(await kept(once)).toEqual(upTo(60));
      expect(await kept(often)).toEqual(upTo(60).slice(30));
    });
  });
});
