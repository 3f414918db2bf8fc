import { join, resolve } from 'node:path';
import { z } from 'zod';
import type { PostSettings } from './mail/post.ts';
import { displayName, issuer, type SsoSettings } from './sso/settings.ts';
import { witnessList, type WitnessSettings } from './transparency/settings.ts';

const folder = (name: string) =>
  z
    .string()
    .min(1)
    .default(name)
    .transform((path) => resolve(path));

const postgres = z
  .string()
  .regex(/^postgres(ql)?:\/\//)
  .optional();

const address = z
  .url({ protocol: /^https?$/ })
  .transform((url) => new URL(url).origin)
  .optional();

const environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  DATABASE_URL: postgres,
  URN_DATABASE_URL: postgres,
  ROSTER_DATABASE_URL: postgres,
  DANBAN_DATA: folder('data'),
  DANBAN_KEYS: folder('keys'),
  DANBAN_KEEP_MONTHS: z.coerce.number().int().min(1).max(120).default(12),
  DANBAN_ISSUER_KEYS: z
    .string()
    .min(1)
    .transform((path) => resolve(path))
    .optional(),
  DANBAN_ROSTER_DAYS: z.coerce.number().int().min(1).max(365).default(30),
  DANBAN_SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  DANBAN_MAIL_FROM: z
    .string()
    .regex(/^[^@<>\r\n]*<?[^@<>\s]+@[^@<>\s]+>?$/)
    .optional(),
  DANBAN_MAIL_DIR: z
    .string()
    .min(1)
    .transform((path) => resolve(path))
    .optional(),
  DANBAN_ORIGIN: address,
  DANBAN_URN_ORIGIN: address,
  DANBAN_ISSUER_ORIGIN: address,
  DANBAN_OIDC_ISSUER: issuer.optional(),
  DANBAN_OIDC_CLIENT_ID: z.string().optional(),
  DANBAN_OIDC_CLIENT_SECRET: z.string().optional(),
  DANBAN_OIDC_NAME: displayName.optional(),
  DANBAN_WITNESSES: witnessList.default([]),
  DANBAN_MIRROR: z
    .string()
    .min(1)
    .transform((path) => resolve(path))
    .optional(),
});
type Environment = z.infer<typeof environment>;

export interface Config {
  port: number;
  host: string;
  databaseUrl: string | undefined;
  /** Where answers lie; undefined: where the house is. */
  urnDatabaseUrl: string | undefined;
  /** Where it lies who may answer; undefined: where the house is. */
  rosterDatabaseUrl: string | undefined;
  dataDir: string;
  keysDir: string;
  /** Keys of invitations and credentials, apart from those of answers. */
  issuerKeysDir: string;
  /** Public address for links and QR codes. */
  origin: string;
  /** Whether it was said, and not made of HOST and PORT. */
  givenOrigin: boolean;
  /** Where the page sends answers. */
  urnOrigin: string;
  /** Where the page collects credentials. */
  issuerOrigin: string;
  /** How many months after closing the answer sheets are kept. */
  keepMonths: number;
  /** Where people may sign in beside here; undefined: nowhere. */
  sso: SsoSettings | undefined;
  /** How many days after closing the list of who could answer is kept. */
  rosterDays: number;
  /** How letters leave. */
  mail: PostSettings;
  /** Who is asked to cosign the log. */
  witnesses: WitnessSettings[];
  /** Where what is public of the log lies as files, too; undefined: nowhere. */
  mirrorDir: string | undefined;
}

/** A wrong setting, in words for the person who installs. */
export class ConfigError extends Error {}

const meaning: Record<string, string> = {
  PORT: 'PORT must be a whole number from 0 to 65535.',
  HOST: 'HOST must be a host name or an address.',
  DATABASE_URL: 'DATABASE_URL must begin with postgres:// or postgresql://.',
  URN_DATABASE_URL: 'URN_DATABASE_URL must begin with postgres:// or postgresql://.',
  ROSTER_DATABASE_URL: 'ROSTER_DATABASE_URL must begin with postgres:// or postgresql://.',
  DANBAN_DATA: 'DANBAN_DATA must name a folder.',
  DANBAN_KEYS: 'DANBAN_KEYS must name a folder.',
  DANBAN_ISSUER_KEYS: 'DANBAN_ISSUER_KEYS must name a folder.',
  DANBAN_ROSTER_DAYS: 'DANBAN_ROSTER_DAYS must be a whole number from 1 to 365.',
  DANBAN_SMTP_URL:
    'DANBAN_SMTP_URL must begin with smtp:// or smtps://, for example smtps://user:password@mail.example.vn.',
  DANBAN_MAIL_FROM: 'DANBAN_MAIL_FROM must be an address, for example Công đoàn <khaosat@example.vn>.',
  DANBAN_MAIL_DIR: 'DANBAN_MAIL_DIR must name a folder.',
  DANBAN_KEEP_MONTHS: 'DANBAN_KEEP_MONTHS must be a whole number from 1 to 120.',
  DANBAN_ORIGIN: 'DANBAN_ORIGIN must be the public address, for example https://danban.example.vn.',
  DANBAN_URN_ORIGIN: 'DANBAN_URN_ORIGIN must be the public address of the urn, for example https://urn.example.vn.',
  DANBAN_ISSUER_ORIGIN:
    'DANBAN_ISSUER_ORIGIN must be the public address of the issuer, for example https://issuer.example.vn.',
  DANBAN_OIDC_ISSUER:
    'DANBAN_OIDC_ISSUER must be the https address the provider calls itself by, for example https://id.example.vn/realms/so; http only on this machine.',
  DANBAN_OIDC_NAME: 'DANBAN_OIDC_NAME must be 1 to 60 letters: what the button calls the provider.',
  DANBAN_WITNESSES:
    'DANBAN_WITNESSES must name each witness once, by the key it showed at its start and its address: example.vn/witness+0a1b2c3d+BKey https://witness.example.vn, and commas between several.',
  DANBAN_MIRROR: 'DANBAN_MIRROR must name a folder.',
};

/** The settings of the provider belong together: half of them would be a button that leads nowhere. */
function ssoIn(value: Environment): SsoSettings | undefined {
  const {
    DANBAN_OIDC_ISSUER: issuer,
    DANBAN_OIDC_CLIENT_ID: clientId,
    DANBAN_OIDC_CLIENT_SECRET: clientSecret,
  } = value;
  const given = [issuer, clientId, clientSecret, value.DANBAN_OIDC_NAME].filter((one) => one !== undefined);
  if (given.length === 0) return undefined;
  if (issuer === undefined || clientId === undefined || clientSecret === undefined) {
    throw new ConfigError(
      'DANBAN_OIDC_ISSUER, DANBAN_OIDC_CLIENT_ID and DANBAN_OIDC_CLIENT_SECRET belong together: set all three, or none and no DANBAN_OIDC_NAME.',
    );
  }
  return { issuer, clientId, clientSecret, name: value.DANBAN_OIDC_NAME ?? new URL(issuer).hostname };
}

/** A browser sends nothing from a page it trusts to an address it does not. */
function demandAsSafe(origin: string, others: Record<string, string | undefined>): void {
  for (const [name, other] of Object.entries(others)) {
    if (origin.startsWith('https:') && other?.startsWith('http:'))
      throw new ConfigError(
        `${name} must begin with https://, as DANBAN_ORIGIN does: browsers send nothing from there to http.`,
      );
  }
}

/** Letters need a sender where they leave the house. */
function mailIn(value: Environment): PostSettings {
  const { DANBAN_SMTP_URL: smtpUrl, DANBAN_MAIL_FROM: from, DANBAN_MAIL_DIR: dir } = value;
  if (smtpUrl !== undefined && from === undefined)
    throw new ConfigError('DANBAN_SMTP_URL needs DANBAN_MAIL_FROM: the address letters come from.');
  return { smtpUrl, from, dir: dir ?? join(value.DANBAN_DATA, 'mail') };
}

function hostInUrl(host: string): string {
  if (host === '0.0.0.0' || host === '::' || host === '127.0.0.1') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}

/** Reads the environment once. An empty variable counts as absent. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = environment.safeParse(given);
  if (!parsed.success) {
    const names = [...new Set(parsed.error.issues.map((issue) => String(issue.path[0])))];
    throw new ConfigError(names.map((name) => meaning[name] ?? name).join('\n'));
  }
  const value = parsed.data;
  const origin = value.DANBAN_ORIGIN ?? `http://${hostInUrl(value.HOST)}:${value.PORT}`;
  const { DANBAN_URN_ORIGIN, DANBAN_ISSUER_ORIGIN } = value;
  demandAsSafe(origin, { DANBAN_URN_ORIGIN, DANBAN_ISSUER_ORIGIN });
  return {
    port: value.PORT,
    host: value.HOST,
    databaseUrl: value.DATABASE_URL,
    urnDatabaseUrl: value.URN_DATABASE_URL,
    rosterDatabaseUrl: value.ROSTER_DATABASE_URL,
    dataDir: value.DANBAN_DATA,
    keysDir: value.DANBAN_KEYS,
    issuerKeysDir: value.DANBAN_ISSUER_KEYS ?? join(value.DANBAN_KEYS, 'issuer'),
    keepMonths: value.DANBAN_KEEP_MONTHS,
    sso: ssoIn(value),
    rosterDays: value.DANBAN_ROSTER_DAYS,
    mail: mailIn(value),
    witnesses: value.DANBAN_WITNESSES,
    mirrorDir: value.DANBAN_MIRROR,
    origin,
    givenOrigin: value.DANBAN_ORIGIN !== undefined,
    urnOrigin: DANBAN_URN_ORIGIN ?? origin,
    issuerOrigin: DANBAN_ISSUER_ORIGIN ?? origin,
  };
}
