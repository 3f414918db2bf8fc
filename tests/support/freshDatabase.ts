import { randomBytes } from 'node:crypto';
import { connect } from '@danban/db';
import type { Address, Database } from '@danban/db';
import type { Kysely, RawBuilder } from 'kysely';
import { sql } from 'kysely';
import { inject } from 'vitest';
import { template } from './servers.ts';
import type { Version } from './servers.ts';

export interface FreshDatabase {
  db: Kysely<Database>;
  connection: Address;
  /** Ends `db` and drops the database with whatever sessions are left in it. */
  close(): Promise<void>;
}

/** A migrated database of one's own, cloned in a few milliseconds. Needs a project with `servers.setup.ts`. */
export async function freshDatabase(version: Version = 18): Promise<FreshDatabase> {
  const server = inject('servers')[version];
  if (!server) throw new Error(`PostgreSQL ${version} is not installed here`);
  return freshDatabaseOn(server);
}

/** The same on a server of the test's own. */
export async function freshDatabaseOn(server: Address): Promise<FreshDatabase> {
  const database = `test_${randomBytes(8).toString('hex')}`;
  await onServer(server, sql`create database ${sql.id(database)} template ${sql.id(template)} strategy file_copy`);
  return databaseAt({ ...server, database });
}

function databaseAt(connection: Address): FreshDatabase {
  const db = connect(connection);
  const close = async (): Promise<void> => {
    await db.destroy();
    const server = { ...connection, database: 'postgres' };
    await onServer(server, sql`drop database ${sql.id(connection.database)} with (force)`);
  };
  return { db, connection, close };
}

/** A backup of the database as it stands now, restored beside it. */
export async function restoredCopy(of: Address): Promise<FreshDatabase> {
  const server = { ...of, database: 'postgres' };
  const database = `${of.database}_${randomBytes(4).toString('hex')}`;
  await onServer(
    server,
    sql`select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = ${of.database}`,
  );
  await onServer(server, sql`create database ${sql.id(database)} template ${sql.id(of.database)} strategy file_copy`);
  return databaseAt({ ...of, database });
}

async function onServer(server: Address, statement: RawBuilder<unknown>): Promise<void> {
  const db = connect(server, { max: 1 });
  await statement.execute(db).finally(() => db.destroy());
}
