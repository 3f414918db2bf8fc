import { readFileSync } from 'node:fs';
import { mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, expect, onTestFinished, test, vi } from 'vitest';
import type { Address } from '@danban/db';
import { signerText } from '@danban/merkle';
import { openHouse, readArguments, readConfig } from '@danban/server';
import { sha256 } from '@danban/server/sha256';
import { freshDatabase, type FreshDatabase } from '../support/freshDatabase.ts';

afterEach(() => void vi.restoreAllMocks());

/** What the house writes where an IT officer reads. */
function listen(): () => string {
  const said: string[] = [];
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => said.push(String(text)) > 0);
  return () => said.join('');
}

test('a wrong setting stops the start in words that name it', () => {
  expect(() => readConfig({ PORT: 'three thousand' })).toThrow('PORT must be a whole number');
  for (const name of ['DATABASE_URL', 'URN_DATABASE_URL', 'ROSTER_DATABASE_URL'])
    expect(() => readConfig({ [name]: 'mysql://localhost/x' })).toThrow(`${name} must begin with postgres://`);
  expect(readConfig({ PORT: '', HOST: '0.0.0.0' })).toMatchObject({ port: 3000, origin: 'http://localhost:3000' });
});

test('witnesses of the log are named by key and address, each once', () => {
  const key = (kind: 1 | 4) => signerText(sha256, { name: 'mattran.example', kind, publicKey: new Uint8Array(32) });
  const of = (text: string) => () => readConfig({ DANBAN_WITNESSES: text });
  const whole = `${key(4)} https://mattran.example/`;
  expect(readConfig({}).witnesses).toEqual([]);
  expect(of(whole)()).toMatchObject({ witnesses: [{ key: key(4), url: 'https://mattran.example' }] });
  expect(of(`${whole},\n`)().witnesses).toHaveLength(1);
  for (const wrong of [
    key(4),
    `${key(1)} https://mattran.example`,
    `${key(4)} ftp://mattran.example`,
    `${key(4)} https://mattran.example?x=1`,
    `${key(4).replace('example', 'other')} https://mattran.example`,
    `${whole}, ${whole}`,
  ])
    expect(of(wrong)).toThrow('DANBAN_WITNESSES must name each witness once');
});

test('a provider of sign-in is named whole and safely, or not at all', () => {
  const whole = { DANBAN_OIDC_ISSUER: 'https://id.example/realms/so', DANBAN_OIDC_CLIENT_ID: 'danban' };
  const secret = { DANBAN_OIDC_CLIENT_SECRET: 'x' };
  expect(readConfig({}).sso).toBeUndefined();
  expect(readConfig({ ...whole, ...secret }).sso).toEqual({
    issuer: 'https://id.example/realms/so',
    clientId: 'danban',
    clientSecret: 'x',
    name: 'id.example',
  });
  expect(readConfig({ ...whole, ...secret, DANBAN_OIDC_NAME: ' Sở GDĐT ' }).sso?.name).toBe('Sở GDĐT');
  for (const half of [whole, secret, { DANBAN_OIDC_NAME: 'Sở' }]) {
    expect(() => readConfig({ ...half })).toThrow('belong together');
  }
  const of = (issuer: string) => () => readConfig({ ...whole, ...secret, DANBAN_OIDC_ISSUER: issuer });
  for (const issuer of [
    'http://localhost:8080/realms/so',
    'http://127.0.0.1:1',
    'http://[::1]:1',
    'https://id.example',
  ])
    expect(of(issuer)).not.toThrow();
  for (const issuer of [
    'http://id.example',
    'http://localhost.example',
    'http://127.0.0.1.example',
    'ftp://id.example',
    'id.example',
    'https://id.example/.well-known/openid-configuration',
    'https://id.example?tenant=1',
    'https://id.example#x',
    'https://user:pass@id.example',
  ])
    expect(of(issuer)).toThrow('DANBAN_OIDC_ISSUER must be the https address');
  expect(() => readConfig({ ...whole, ...secret, DANBAN_OIDC_NAME: 'x'.repeat(61) })).toThrow('DANBAN_OIDC_NAME');
});

test('a part of the product that lacks what all parts share is told so, and so is a part nobody knows', async () => {
  const urls = { DATABASE_URL: 'postgres://localhost/x', DANBAN_ORIGIN: 'https://danban.example' };
  expect(readArguments([])).toEqual({ role: 'all', example: false });
  expect(readArguments(['--role=urn'])).toEqual({ role: 'urn', example: false });
  for (const args of [['--role=ballot'], ['--role'], ['--role=']])
    expect(() => readArguments(args)).toThrow('--role must be one of all, web, urn, issuer, worker');
  expect(() => readArguments(['--role=web', '--example'])).toThrow('leave --role out');
  for (const role of ['web', 'urn', 'issuer', 'worker'] as const) {
    await expect(openHouse(readConfig({ ...urls, DATABASE_URL: '' }), role)).rejects.toThrow('needs DATABASE_URL');
    await expect(openHouse(readConfig({ ...urls, DANBAN_ORIGIN: '' }), role)).rejects.toThrow('needs DANBAN_ORIGIN');
  }
  for (const name of ['DANBAN_ORIGIN', 'DANBAN_URN_ORIGIN', 'DANBAN_ISSUER_ORIGIN'])
    for (const wrong of ['urn.example', 'ftp://urn.example', '//urn.example'])
      expect(() => readConfig({ [name]: wrong })).toThrow(`${name} must be the public address`);
  for (const name of ['DANBAN_URN_ORIGIN', 'DANBAN_ISSUER_ORIGIN'])
    expect(() => readConfig({ ...urls, [name]: 'http://urn.example' })).toThrow(`${name} must begin with https://`);
  const given = { ...urls, DANBAN_URN_ORIGIN: 'https://urn.example/path', HOST: '' };
  expect(readConfig(given)).toMatchObject({
    origin: 'https://danban.example',
    urnOrigin: 'https://urn.example',
    issuerOrigin: 'https://danban.example',
  });
});

const urlOf = ({ host, port, database, user }: Address): string =>
  `postgresql://${user}@localhost:${port ?? 5432}/${database}?host=${encodeURIComponent(host)}`;

/** Opens and leaves the house on these databases, and gives what it says. */
async function saidOnOpening(databases: Record<string, FreshDatabase>): Promise<string> {
  const keysDir = await mkdtemp(join(tmpdir(), 'danban-keys-'));
  onTestFinished(() => rm(keysDir, { recursive: true }));
  const said = listen();
  const urls: Record<string, string> = {};
  for (const [name, { connection }] of Object.entries(databases)) urls[name] = urlOf(connection);
  const { house, close } = await openHouse({
    ...readConfig({ ...urls, DANBAN_KEYS: keysDir, DANBAN_ORIGIN: 'https://danban.example' }),
  });
  expect(house.origin).toBe('https://danban.example');
  await close();
  return said();
}

async function database(...settings: string[]): Promise<FreshDatabase> {
  const fresh = await freshDatabase();
  onTestFinished(fresh.close);
  const { database: name } = fresh.connection;
  for (const setting of settings) await sql`alter database ${sql.id(name)} set ${sql.raw(setting)}`.execute(fresh.db);
  return fresh;
}

test('another PostgreSQL that keeps times or values is warned about in words before anybody answers', async () => {
  const said = await saidOnOpening({ DATABASE_URL: await database("log_statement = 'all'") });
  expect(said).toContain("The database server of DATABASE_URL logs statements. Set log_statement = 'none'");
});

test('a server that may lose what was acknowledged is warned about, too', async () => {
  const said = await saidOnOpening({ DATABASE_URL: await database('synchronous_commit = off') });
  expect(said).toContain('Set synchronous_commit = on');
  // The servers of the tests do not wait for their disk.
  expect(said).toContain('Set fsync = on');
});

test('of three databases each is looked at, and named by the setting that leads there', async () => {
  const DATABASE_URL = await database('synchronous_commit = on');
  const URN_DATABASE_URL = await database('synchronous_commit = on', "log_statement = 'all'");
  const ROSTER_DATABASE_URL = await database('synchronous_commit = off');
  const said = await saidOnOpening({ DATABASE_URL, URN_DATABASE_URL, ROSTER_DATABASE_URL });
  expect(said.match(/server of \S+ (logs statements|says that something)/g)).toEqual([
    'server of URN_DATABASE_URL logs statements',
    'server of ROSTER_DATABASE_URL says that something',
  ]);
  const own = await sql<{ n: number }>`select count(*)::int as n from migration`.execute(URN_DATABASE_URL.db);
  expect(own.rows[0]!.n).toBeGreaterThan(10);
});

test('a built-in database that dies is started again, and the log tells that it came and what kept it', async () => {
  const home = await mkdtemp(join(tmpdir(), 'danban-home-'));
  onTestFinished(() => rm(home, { recursive: true }));
  const said = listen();
  const pgDir = join(home, 'data', 'pg');
  const { close } = await openHouse(
    readConfig({
      DANBAN_DATA: join(home, 'data'),
      DANBAN_KEYS: join(home, 'keys'),
      DANBAN_ORIGIN: 'https://a.example',
    }),
  );
  onTestFinished(close);
  const lines = (event: string) => said().split(`"event":"${event}"`).length - 1;
  // Its control file is away while it tries to come back: that is trouble, and it is named.
  await rename(join(pgDir, 'global', 'pg_control'), join(home, 'pg_control'));
  process.kill(Number(readFileSync(join(pgDir, 'postmaster.pid'), 'utf8').split('\n')[0]), 'SIGKILL');
  await vi.waitUntil(() => lines('database-trouble') > 0, { timeout: 15_000 });
  expect(said()).toContain('"code":"data-corrupt"');
  expect(lines('database-restarted')).toBe(0);
  await rename(join(home, 'pg_control'), join(pgDir, 'global', 'pg_control'));
  await vi.waitUntil(() => lines('database-restarted') === 1, { timeout: 15_000 });
});
