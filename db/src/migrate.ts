import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import type { Kysely, Transaction } from 'kysely';
import { sql } from 'kysely';
import { packageEntry } from './home.ts';
import { MigrationError } from './migrationError.ts';
import { demandRoles } from './roles.ts';

interface Migration {
  name: string;
  text: string;
  checksum: string;
}

interface MigrationTable {
  migration: { name: string; checksum: string };
}

// Any fixed number, the same in every process that migrates.
const lockKey = 7263_001;

export function migrationsFolder(): URL {
  return new URL('../migrations/', packageEntry());
}

/**
 * Applies the .sql files of `folder` in the order of their names, each in its own transaction, and remembers
 * their checksums. Safe to call from several processes at once. Returns the names applied now.
 * @throws MigrationError when an applied file has changed or is missing, or a file fails
 * @throws RolesError when the roles of the vaults are missing and this user may not make them
 */
export async function migrate<T>(db: Kysely<T>, folder: URL = migrationsFolder()): Promise<string[]> {
  const house = db as unknown as Kysely<MigrationTable>;
  const migrations = await readMigrations(folder);
  await demandRoles(house);
  await locked(house, (trx) => prepare(trx, migrations));
  const applied: string[] = [];
  for (const migration of migrations) {
    if (await locked(house, (trx) => apply(trx, migration))) applied.push(migration.name);
  }
  return applied;
}

async function readMigrations(folder: URL): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => /^\d{4}_\w+\.sql$/.test(name)).sort();
  return Promise.all(
    names.map(async (name) => {
      const text = await readFile(new URL(name, folder), 'utf8');
      return { name, text, checksum: createHash('sha256').update(text).digest('hex') };
    }),
  );
}

/** The lock ends with its transaction, so a connection pooler in front of the server does no harm. */
function locked<T>(db: Kysely<MigrationTable>, work: (trx: Transaction<MigrationTable>) => Promise<T>): Promise<T> {
  return db.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(${lockKey})`.execute(trx);
    return work(trx);
  });
}

async function prepare(trx: Transaction<MigrationTable>, known: Migration[]): Promise<void> {
  await trx.schema
    .createTable('migration')
    .ifNotExists()
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('checksum', 'text', (column) => column.notNull())
    .execute();
  const applied = await trx.selectFrom('migration').select('name').orderBy('name').execute();
  const missing = applied.find(({ name }) => !known.some((migration) => migration.name === name));
  if (missing) throw new MigrationError('migration-missing', missing.name);
}

async function apply(trx: Transaction<MigrationTable>, migration: Migration): Promise<boolean> {
  const { name, text, checksum } = migration;
  const before = await trx.selectFrom('migration').selectAll().where('name', '=', name).executeTakeFirst();
  if (before && before.checksum !== checksum) throw new MigrationError('migration-changed', name);
  if (before) return false;
  try {
    await sql.raw(text).execute(trx);
  } catch (cause) {
    throw new MigrationError('migration-failed', name, cause);
  }
  await trx.insertInto('migration').values({ name, checksum }).execute();
  return true;
}
