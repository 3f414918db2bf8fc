import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { VaultRole } from './roles.ts';
import type { Database } from './tables.ts';

/** Where a server is: a URL, or its parts (a host that begins with "/" is a socket folder). */
export type Connection = { url: string } | Address;

export interface Address {
  host: string;
  port?: number;
  database: string;
  user: string;
  password?: string;
}

const int8 = 20;
const date = 1082;

// Counts fit a number; a day has no zone, so it stays the string PostgreSQL writes.
const columnTypes = new pg.TypeOverrides();
columnTypes.setTypeParser(int8, Number);
columnTypes.setTypeParser(date, (day) => day);

/** `pg` reads PGPORT, PGPASSWORD and their like for what is left out: an address says everything itself. */
export function clientConfig(to: Connection): pg.ClientConfig {
  const common = { application_name: 'danban', connectionTimeoutMillis: 10_000, types: columnTypes };
  if ('url' in to) return { ...common, connectionString: to.url };
  return { ...common, ...to, port: to.port ?? 5432, password: to.password ?? '', ssl: false };
}

/** What the server is told when a session begins. In a URL the last value counts, and stands before what is beside it. */
function inRole(config: pg.ClientConfig, role: VaultRole): pg.ClientConfig {
  const own = `-c role=${role}`;
  const url = config.connectionString;
  if (url === undefined) return { ...config, options: own };
  const given = new URLSearchParams(url.split('?')[1]).getAll('options').at(-1);
  const options = encodeURIComponent(given === undefined ? own : `${given} ${own}`);
  return { ...config, connectionString: `${url}${url.includes('?') ? '&' : '?'}options=${options}` };
}

const preparedMark = /^\s*\/\* prepared: ([a-z-]+) \*\//;

/**
 * A statement that begins with the comment `prepared: <name>` is parsed and planned once per connection. Kysely has
 * no word for it, and for a statement that runs a thousand times a second planning costs more than the rest.
 */
class PreparingClient extends pg.Client {
  override query = ((text: unknown, values?: unknown[], ...rest: unknown[]): unknown => {
    const name = typeof text === 'string' ? preparedMark.exec(text)?.[1] : undefined;
    const asked = name === undefined ? [text, values] : [{ name, text, values }, undefined];
    return (super.query as (...args: unknown[]) => unknown)(...asked, ...rest);
  }) as pg.Client['query'];
}

interface Wish {
  max?: number;
  /** Steps into this role before the first statement; without one it is the user of the address. */
  role?: VaultRole;
}

/**
 * Opens a pool on PostgreSQL. int8 arrives as a number, date as 'YYYY-MM-DD', timestamptz as Date.
 * No query is logged, and so no parameter. Connections are made on first use; end with `db.destroy()`.
 */
export function connect<T = Database>(to: Connection, { max = 10, role }: Wish = {}): Kysely<T> {
  const config = clientConfig(to);
  const pool = new pg.Pool({ ...(role ? inRole(config, role) : config), max, Client: PreparingClient });
  // An idle connection that breaks leaves the pool; without a listener it would end the process.
  pool.on('error', () => undefined);
  // The same for one that breaks between two statements of a transaction: the next statement tells.
  pool.on('connect', (client) => void client.on('error', () => undefined));
  return new Kysely<T>({ dialect: new PostgresDialect({ pool }) });
}
