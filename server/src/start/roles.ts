import { parseArgs } from 'node:util';
import { ConfigError, type Config } from '../config.ts';

const roles = ['all', 'web', 'urn', 'issuer', 'worker'] as const;

/** Which part of the product a process is: one by default, or each by itself. */
export type Role = (typeof roles)[number];

/** What a process has a part in. What it has none in it neither opens nor asks. */
export interface Part {
  /** Answers, and the keys that seal and open them. */
  urn: boolean;
  /** Who may answer, and the keys of invitations. */
  roster: boolean;
  /** Begins the log of acts and brings search keys up to date. */
  keepsHouse: boolean;
  /** Does what is due in the background. */
  works: boolean;
}

const parts: Record<Role, Part> = {
  all: { urn: true, roster: true, keepsHouse: true, works: true },
  // Opening a survey makes its keys on both sides.
  web: { urn: true, roster: true, keepsHouse: true, works: false },
  urn: { urn: true, roster: false, keepsHouse: false, works: false },
  issuer: { urn: false, roster: true, keepsHouse: false, works: false },
  worker: { urn: true, roster: true, keepsHouse: true, works: true },
};

export const partOf = (role: Role): Part => parts[role];

const isRole = (name: unknown): name is Role => roles.includes(name as Role);

/** What stands behind `npm start --`: which part this process is, and whether it makes the example. */
export function readArguments(args: string[]): { role: Role; example: boolean } {
  const options = { role: { type: 'string' }, example: { type: 'boolean' } } as const;
  const { values } = parseArgs({ args, options, strict: false });
  const role = values.role ?? 'all';
  if (!isRole(role)) throw new ConfigError(`--role must be one of ${roles.join(', ')}: npm start -- --role=web`);
  const example = values.example === true;
  if (example && role !== 'all')
    throw new ConfigError(
      '--example is made by one process that is everything: leave --role out, and start the parts after it.',
    );
  return { role, example };
}

/** Parts find each other by the database and the address of the pages, so neither may be left to a default. */
export function demandCommonGround(role: Role, { databaseUrl, givenOrigin }: Config): void {
  if (role === 'all') return;
  if (databaseUrl === undefined)
    throw new ConfigError(
      `--role=${role} needs DATABASE_URL: the built-in database belongs to a process that is everything.`,
    );
  if (!givenOrigin)
    throw new ConfigError(
      `--role=${role} needs DANBAN_ORIGIN: the address under which people open the pages, the same for every part.`,
    );
}

/** Stands where this process has no part: whoever reaches for it is stopped. */
export function absent<T extends object>(what: keyof Part): T {
  return new Proxy({} as T, {
    get() {
      throw new Error(`this process has no ${what}`);
    },
  });
}
