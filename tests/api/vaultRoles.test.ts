import { randomBytes } from 'node:crypto';
import { sql, type RawBuilder } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { connect, migrate, RolesError, type Address } from '@danban/db';
import { startServer, template, type Started, type Version } from '../support/servers.ts';

const versions: Version[] = [18, 15];
const installed = versions.filter((version) => inject('servers')[version]);

describe.each(installed)('PostgreSQL %i', { timeout: 60_000 }, (version) => {
  // Roles belong to a whole server, so this one is no other test's.
  let server: Started;
  const made: string[] = [template];

  beforeAll(async () => {
    server = (await startServer(version))!;
  }, 60_000);
  afterAll(() => server.stop());

  const asSuperuser = async <T>(statement: RawBuilder<T>): Promise<T[]> => {
    const db = connect(server.address, { max: 1 });
    return statement
      .execute(db)
      .then(({ rows }) => rows)
      .finally(() => db.destroy());
  };
  const roles = async () =>
    (
      await asSuperuser(
        sql<{ name: string }>`select rolname as name from pg_roles where rolname like 'danban\\_%' order by 1`,
      )
    ).map(({ name }) => name);
  const all = ['danban_house', 'danban_results', 'danban_roster', 'danban_urn'];

  beforeEach(async () => {
    for (const name of made.splice(0)) await asSuperuser(sql`drop database ${sql.id(name)} with (force)`);
    for (const name of await roles()) await asSuperuser(sql`drop role ${sql.id(name)}`);
  });

  async function databaseOf(user: string): Promise<Address> {
    const database = `d_${randomBytes(6).toString('hex')}`;
    await asSuperuser(sql`create database ${sql.id(database)} owner ${sql.id(user)}`);
    made.push(database);
    return { ...server.address, database, user };
  }

  async function userWith(rights: string): Promise<string> {
    const user = `u_${randomBytes(6).toString('hex')}`;
    await asSuperuser(sql`create role ${sql.id(user)} login ${sql.raw(rights)}`);
    return user;
  }

  async function migrated(at: Address): Promise<void> {
    const db = connect(at, { max: 2 });
    await migrate(db).finally(() => db.destroy());
  }

  async function worksAs(at: Address): Promise<void> {
    const db = connect(at, { max: 1, role: 'danban_urn' });
    await sql`select from urn.staged`.execute(db).finally(() => db.destroy());
  }

  test('a user that may make roles and is no superuser makes its own, and they serve it', async () => {
    const at = await databaseOf(await userWith('createrole'));
    await migrated(at);
    expect(await roles()).toEqual(all);
    await worksAs(at);
    await migrated(at);
  });

  test('a user that may make none is told what an administrator runs, and needs nothing more after that', async () => {
    const user = await userWith('');
    const at = await databaseOf(user);
    const refused = await migrated(at).then(
      () => undefined,
      (error: unknown) => error,
    );
    expect(refused).toBeInstanceOf(RolesError);
    const { statements, message } = refused as RolesError;
    expect(statements).toEqual([
      'CREATE ROLE danban_house NOLOGIN;',
      'CREATE ROLE danban_urn NOLOGIN;',
      'CREATE ROLE danban_roster NOLOGIN;',
      'CREATE ROLE danban_results NOLOGIN;',
      `GRANT danban_house, danban_urn, danban_roster, danban_results TO ${user};`,
    ]);
    for (const statement of statements) expect(message).toContain(statement);
    const tables = await asSuperuser(sql`select from pg_stat_user_tables`);
    expect(tables).toEqual([]);
    for (const statement of statements) await asSuperuser(sql.raw(statement));
    await migrated(at);
    await worksAs(at);
  });

  test('roles another user made are asked for by their grant alone', async () => {
    await migrated(await databaseOf(await userWith('superuser')));
    const user = await userWith('');
    const at = await databaseOf(user);
    const statements = [`GRANT danban_house, danban_urn, danban_roster, danban_results TO ${user};`];
    await expect(migrated(at)).rejects.toMatchObject({ statements });
    for (const statement of statements) await asSuperuser(sql.raw(statement));
    await migrated(at);
    await worksAs(at);
  });

  test('a membership that does not let step in is no membership', async () => {
    const user = await userWith('');
    const at = await databaseOf(user);
    for (const name of all) await asSuperuser(sql`create role ${sql.id(name)}`);
    const names = 'danban_house, danban_urn, danban_roster';
    await asSuperuser(sql.raw(`grant ${names}, danban_results to ${user}`));
    if (version < 16) await asSuperuser(sql.raw(`alter role ${user} noinherit`));
    else await asSuperuser(sql.raw(`grant ${names} to ${user} with set false`));
    await expect(migrated(at)).rejects.toBeInstanceOf(RolesError);
  });

  test('many databases of one server that are migrated at the same moment make the roles once', async () => {
    const user = await userWith('createrole');
    const places = await Promise.all(Array.from({ length: 6 }, () => databaseOf(user)));
    await Promise.all([...places, ...places].map(migrated));
    expect(await roles()).toEqual(all);
    for (const at of places) await worksAs(at);
  });
});
