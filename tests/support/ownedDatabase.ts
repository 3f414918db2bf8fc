import { randomBytes } from 'node:crypto';
import { connect, type Address, type Db } from '@danban/db';
import { sql, type RawBuilder } from 'kysely';
import { inject } from 'vitest';
import type { Version } from './servers.ts';

/** An empty database on another server, of a role that owns it and may nothing else. */
export interface OwnedDatabase {
  url: string;
  /** In the name of that role. */
  db: Db;
  remove(): Promise<void>;
}

/** The roles of the vaults, which an administrator gives to the user of the product. */
export function grantVaults(to: string): RawBuilder<unknown> {
  return sql`grant danban_house, danban_urn, danban_roster, danban_results to ${sql.id(to)}`;
}

/** What docs/operations.md tells whoever runs the server to write. */
export async function ownedDatabase(version: Version): Promise<OwnedDatabase> {
  const server = inject('servers')[version];
  if (!server) throw new Error(`PostgreSQL ${version} is not installed here`);
  const name = `owned_${randomBytes(6).toString('hex')}`;
  const superuser = connect(server, { max: 1 });
  await sql`create role ${sql.id(name)} login password 'for-this-test'`.execute(superuser);
  await grantVaults(name).execute(superuser);
  await sql`create database ${sql.id(name)} owner ${sql.id(name)} encoding 'UTF8' template template0`.execute(
    superuser,
  );
  await sql`revoke connect, temporary on database ${sql.id(name)} from public`.execute(superuser);
  const url = urlOf(server, name);
  const db = connect({ url }, { max: 1 });
  return {
    url,
    db,
    async remove() {
      await db.destroy();
      await sql`drop database ${sql.id(name)} with (force)`.execute(superuser);
      await sql`drop role ${sql.id(name)}`.execute(superuser);
      await superuser.destroy();
    },
  };
}

function urlOf({ host, port }: Address, name: string): string {
  return `postgresql://${name}:for-this-test@localhost:${port ?? 5432}/${name}?host=${encodeURIComponent(host)}`;
}
