import { connect, migrate, type Connection } from '@danban/db';
import type { Part } from './roles.ts';

/** Where the house and its two vaults lie: in one database, or each in its own. */
export interface Databases {
  house: Connection;
  urn: Connection;
  roster: Connection;
}

const named: Record<keyof Databases, string> = {
  house: 'DATABASE_URL',
  urn: 'URN_DATABASE_URL',
  roster: 'ROSTER_DATABASE_URL',
};

export function inOneDatabase(connection: Connection): Databases {
  return { house: connection, urn: connection, roster: connection };
}

/** The setting that leads there, for whoever has to change something about it. */
export function variables({ house, ...vaults }: Databases, connection: Connection): string {
  if (connection === house) return named.house;
  const names = (['urn', 'roster'] as const).filter((vault) => vaults[vault] === connection);
  return names.map((vault) => named[vault]).join(' and ');
}

/** The databases a process has a part in, each once. */
export function used({ house, urn, roster }: Databases, part: Part): Set<Connection> {
  return new Set([house, ...(part.urn ? [urn] : []), ...(part.roster ? [roster] : [])]);
}

/** Every database gets every table; only those of its own vault are ever filled there. */
export async function migrateEach(connections: Iterable<Connection>): Promise<void> {
  for (const connection of connections) {
    const db = connect(connection, { max: 1 });
    await migrate(db).finally(() => db.destroy());
  }
}
