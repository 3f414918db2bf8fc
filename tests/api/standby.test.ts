import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql, type RawBuilder } from 'kysely';
import { afterAll, beforeAll, describe, expect, inject, onTestFinished, test } from 'vitest';
import { connect, warnAboutSettings } from '@danban/db';
import { openUrnVault } from '@danban/db/vaults/urn';
import { openUrn } from '@danban/server/urn';
import { grantVaults } from '../support/ownedDatabase.ts';
import { freshDatabaseOn, type FreshDatabase } from '../support/freshDatabase.ts';
import { testHouse } from '../support/house.ts';
import { startServer, type Started, type Version } from '../support/servers.ts';
import { startStandby } from '../support/standby.ts';
import { answer, sheets, surveysIn } from '../support/surveys.ts';

const pack = (answers: Record<string, unknown>): Uint8Array => Uint8Array.of(Number(answers['q1']));
const versions: Version[] = [18, 15];

const installed = versions.filter((version) => inject('servers')[version]);

describe.each(installed)('PostgreSQL %i', { timeout: 120_000 }, (version) => {
  // Standbys and slots belong to a whole server, so this one is no other test's.
  let primary: Started;
  beforeAll(async () => {
    primary = (await startServer(version))!;
  }, 60_000);
  afterAll(() => primary.stop());

  const fresh = async (): Promise<FreshDatabase> => {
    const database = await freshDatabaseOn(primary.address);
    onTestFinished(database.close);
    return database;
  };
  const onPrimary = async (statement: RawBuilder<unknown>): Promise<void> => {
    const db = connect(primary.address, { max: 1 });
    await statement.execute(db).finally(() => db.destroy());
  };
  /** An empty database of a role that may do nothing beyond it, as an administration hands one out. */
  const ownedBy = async (role: string): Promise<FreshDatabase> => {
    await onPrimary(sql`create role ${sql.id(role)} login`);
    await onPrimary(grantVaults(role));
    await onPrimary(sql`create database ${sql.id(role)} owner ${sql.id(role)}`);
    const connection = { ...primary.address, database: role, user: role };
    const db = connect(connection, { max: 1 });
    return { db, connection, close: () => db.destroy() };
  };
  const standby = async (slot?: string) => {
    const started = await startStandby(primary, slot);
    onTestFinished(async () => {
      await started.remove();
      if (slot) await onPrimary(sql`select pg_drop_replication_slot(${slot})`);
    });
    return started;
  };
  /** An urn whose only survey has just been flushed: one key is spent. */
  const flushed = async () => {
    const keys = await mkdtemp(join(tmpdir(), 'danban-keys-'));
    onTestFinished(() => rm(keys, { recursive: true }));
    const vault = openUrnVault((await fresh()).connection);
    onTestFinished(() => vault.destroy());
    const urn = openUrn(vault, keys);
    const survey = randomUUID();
    await urn.prepare(survey);
    const sheet = (n: number) => ({ nullifier: `${n}`, unit: 0, answers: { q1: '1' }, packed: Uint8Array.of(1) });
    await Promise.all(Array.from({ length: 25 }, (_, n) => urn.accept(survey, sheet(n))));
    const [spent] = (await readdir(join(keys, survey))).filter((name) => name !== 'tag');
    expect(await urn.flush(survey, { eligible: null, threshold: 5 }, pack)).toBe(true);
    const isThere = async () => (await readdir(join(keys, survey))).includes(spent!);
    return { destroyKeys: () => urn.destroyKeys(survey), isThere };
  };

  test('a standby that keeps up has the flush at once, and the key goes', async () => {
    await standby();
    const { destroyKeys, isThere } = await flushed();
    expect(await isThere()).toBe(true);
    await destroyKeys();
    expect(await isThere()).toBe(false);
  });

  test('a standby that is away keeps the key by its slot; when it has caught up the key goes', async () => {
    const away = await standby('away');
    await away.stop();
    const { destroyKeys, isThere } = await flushed();
    await expect(destroyKeys()).rejects.toMatchObject({ code: 'standby-behind' });
    expect(await isThere()).toBe(true);
    await away.start();
    await destroyKeys();
    expect(await isThere()).toBe(false);
  });

  test('results come out while keys wait for a standby this role may not see, and the keys go when it may', async () => {
    await standby();
    const database = await ownedBy('keeper');
    const at = await testHouse(database);
    onTestFinished(at.close);
    const surveys = await surveysIn(at);
    const survey = await surveys.open();
    await answer(surveys, survey, sheets(surveys, survey, 12));
    await surveys.close(survey);
    await at.work();
    expect((await surveys.read(survey)).state).toBe('released');
    expect(await readdir(join(at.keysDir, survey.id))).not.toEqual([]);
    expect(at.logged.join('\n')).toContain('job-destroy-keys-failed UrnError: urn: standbys-unseen');
    expect(await warnAboutSettings(database.db)).toContainEqual({ code: 'standbys-unseen', level: 'warning' });
    await onPrimary(sql`grant pg_read_all_stats to keeper`);
    expect((await warnAboutSettings(database.db)).map(({ code }) => code)).not.toContain('standbys-unseen');
    at.pass(10 * 60_000);
    await at.work();
    await expect(readdir(join(at.keysDir, survey.id))).rejects.toThrow('ENOENT');
  });
});
