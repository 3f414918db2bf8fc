import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openUrnVault, type UrnDb } from '@danban/db/vaults/urn';
import type { House } from '@danban/server';
import { openUrn } from '@danban/server/urn';
import { unwrap } from '@danban/server/urn/batchkeys';
import { answersOf, readContent } from '@danban/server/urn/content';
import { seal, unseal } from '@danban/server/urn/envelope';
import type { FreshDatabase } from '../support/freshDatabase.ts';
import { onEachPostgres } from '../support/onEachPostgres.ts';

const pack = (answers: Record<string, unknown>): Uint8Array => Uint8Array.of(Number(answers['q1']));
const answer = (value: number) => {
  const answers = { q1: String(value), q0: 'thứ tự của khóa' };
  return { nullifier: `nonce-${value}`, unit: 0, answers, packed: pack(answers) };
};
const many = 25;

interface Staged {
  tag: Buffer;
  sealed: Buffer;
  batch_id: string;
  wrapped: Buffer;
}

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

  /** As the version before sealed it: JSON of unit, salt and answers as they came. */
  const asBefore = (key: Buffer, tag: Buffer, sealed: Buffer): Buffer => {
    const sheet = readContent(unseal(key, tag, sealed));
    const { q1, q0 } = answersOf(sheet);
    return seal(key, tag, Buffer.from(JSON.stringify([sheet.unit, sheet.salt, { q1, q0 }])));
  };

  /** A survey that was open when the product was replaced: everything in it is sealed by the version before. */
  const openedBefore = async (): Promise<string> => {
    const survey = randomUUID();
    await urn.prepare(survey);
    for (let n = 0; n < many; n++) await urn.accept(survey, answer(n));
    const staged = await sql<Staged>`
      select tag, sealed, staged.batch_id, wrapped from urn.staged join urn.batch_key on batch_key.id = key_id
      where survey_id = ${survey}`.execute(database.db);
    for (const { tag, sealed, batch_id, wrapped } of staged.rows) {
      const key = unwrap(await readFile(join(keys, survey, batch_id)), wrapped);
      await sql`update urn.staged set sealed = ${asBefore(key, tag, sealed)}
        where survey_id = ${survey} and tag = ${tag}`.execute(database.db);
    }
    return survey;
  };
  const counted = async (survey: string): Promise<number[]> => {
    const found = await sql<{ packed: Buffer }>`
      select packed from urn.submission where survey_id = ${survey}`.execute(database.db);
    return found.rows.map(({ packed }) => packed[0]!).sort((a, b) => a - b);
  };
  const all = Array.from({ length: many + 1 }, (_, n) => n);

  test('envelopes of the version before are opened with those of this one, kept back or not', async () => {
    const survey = await openedBefore();
    await urn.accept(survey, answer(many));
    expect(await urn.flush(survey, { eligible: null, threshold: 5 }, pack)).toBe(true);
    expect(await counted(survey)).toHaveLength(many + 1 - 5);
    await urn.close(survey, pack);
    expect(await counted(survey)).toEqual(all);
  });

  test('whoever sent before the upgrade and sends again is told the same, and something else is refused', async () => {
    const survey = await openedBefore();
    expect(await urn.accept(survey, answer(3))).toBe('accepted');
    const other = answer(4);
    expect(await urn.accept(survey, { ...other, nullifier: answer(3).nullifier })).toBe('different-answer');
  });
});
