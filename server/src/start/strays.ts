import { connect, type Connection } from '@danban/db';
import { ConfigError } from '../config.ts';
import type { Databases } from './databases.ts';
import { holdsAnswers, holdsPeople, identityOf, type WholeDb } from './queries.ts';
import type { Part } from './roles.ts';

const vaults = [
  { vault: 'urn', name: 'URN_DATABASE_URL', what: 'answers', holds: holdsAnswers },
  { vault: 'roster', name: 'ROSTER_DATABASE_URL', what: 'lists of who may answer', holds: holdsPeople },
] as const;

/**
 * A vault that was moved by a setting alone has left behind what it held: respondents would be told that their survey has
 * closed, and nobody would ever be counted. Looked at once the tables are there.
 * @throws ConfigError in words for whoever wrote the setting
 */
export async function refuseStrays(databases: Databases, part: Part): Promise<void> {
  for (const { vault, name, what, holds } of vaults) {
    if (!part[vault] || (await areOne(databases.house, databases[vault]))) continue;
    if (await on(databases.house, holds))
      throw new ConfigError(
        `The database of the house holds ${what}, and ${name} leads to another one. Leave ${name} out until every survey there is archived.`,
      );
  }
}

async function areOne(one: Connection, other: Connection): Promise<boolean> {
  return one === other || (await on(one, identityOf)) === (await on(other, identityOf));
}

async function on<T>(connection: Connection, look: (db: WholeDb) => Promise<T>): Promise<T> {
  const db = connect(connection, { max: 1 });
  return look(db).finally(() => db.destroy());
}
