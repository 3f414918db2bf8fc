import { join } from 'node:path';
import { startEmbedded, type Embedded, type EmbeddedOptions } from '@danban/db';
import { openHouseVault, type Db } from '@danban/db/vaults/house';
import { openRosterVault, type RosterDb } from '@danban/db/vaults/roster';
import { openUrnVault, type UrnDb } from '@danban/db/vaults/urn';
import { begin } from '../audit/chain.ts';
import type { Config } from '../config.ts';
import type { House } from '../house.ts';
import { mendAll } from '../jobs/mend.ts';
import { startWorker, type Worker } from '../jobs/worker.ts';
import { surveyWork } from '../jobs/work.ts';
import { openSeals } from '../keys/seals.ts';
import { consoleLog, type Log } from '../log.ts';
import { openCounter } from '../results/index.ts';
import { writeMissingKeys } from '../search/queries.ts';
import { openProvider } from '../sso/provider.ts';
import type { SsoSettings } from '../sso/settings.ts';
import { openDoors } from '../surveys/doors.ts';
import { openRoster } from '../participation/index.ts';
import { openUrn } from '../urn/index.ts';
import { checkDatabases } from './databaseSettings.ts';
import { migrateEach, type Databases } from './databases.ts';

/** A house that is running: what features need, and how to leave it with nothing lost. */
export interface RunningHouse {
  house: House;
  worker: Worker;
  vaults: Vaults;
  close(): Promise<void>;
}

/** One pool per vault, each in the role that sees that vault alone. Counting has another, of its own. */
interface Vaults {
  house: Db;
  urn: UrnDb;
  roster: RosterDb;
}

export interface Setting {
  databases: Databases;
  keysDir: string;
  /** Keys of invitations and credentials: nothing that opens answers lies there. */
  issuerKeysDir?: string;
  origin: string;
  clock?: () => Date;
  keepMonths?: number;
  sso?: SsoSettings | undefined;
  rosterDays?: number;
  log?: Log;
  /** False where a test drives the worker itself. */
  work?: boolean;
}

function openVaults({ house, urn, roster }: Databases): Vaults {
  return { house: openHouseVault(house), urn: openUrnVault(urn), roster: openRosterVault(roster) };
}

const toStderr = consoleLog((text) => process.stderr.write(`${text}\n`));

/** Opens the house on databases that are there already. Migrations run first, under their lock. */
export async function openHouseOn(setting: Setting): Promise<RunningHouse> {
  const clock = setting.clock ?? (() => new Date());
  const log = setting.log ?? toStderr;
  await migrateEach(setting.databases);
  const vaults = openVaults(setting.databases);
  const counter = openCounter(setting.databases.urn);
  const db = vaults.house;
  await writeMissingKeys(db);
  await begin({ clock }, db);
  const urn = openUrn(vaults.urn, setting.keysDir);
  const house: House = {
    db,
    urn,
    roster: openRoster(vaults.roster, setting.issuerKeysDir ?? join(setting.keysDir, 'issuer')),
    seals: openSeals(setting.keysDir),
    doors: openDoors(db, clock, urn.hasKeys),
    clock,
    keepMonths: setting.keepMonths ?? 12,
    rosterDays: setting.rosterDays ?? 30,
    log,
    origin: setting.origin,
    ...(setting.sso ? { sso: openProvider(setting.sso, { origin: setting.origin, clock, log }) } : {}),
    wake: () => worker.wake(),
  };
  await mendAll(house);
  const worker: Worker = startWorker({
    db,
    log,
    clock,
    work: surveyWork(house, counter),
    ticking: setting.work ?? true,
  });
  const close = async () => {
    await worker.stop();
    const pools = Object.values(vaults) as { destroy(): Promise<void> }[];
    await Promise.all([counter.leave(), ...pools.map((pool) => pool.destroy())]);
  };
  return { house, worker, vaults, close };
}

function databasesOf(config: Config, embedded: Embedded | undefined): Databases {
  const house = embedded ? embedded.connection : { url: config.databaseUrl! };
  const at = (url: string | undefined) => (url === undefined || url === config.databaseUrl ? house : { url });
  return { house, urn: at(config.urnDatabaseUrl), roster: at(config.rosterDatabaseUrl) };
}

function warn(sentence: string): void {
  process.stderr.write(`Warning: ${sentence}\n`);
}

function isLoopback(origin: string): boolean {
  return /^(localhost|127\.|\[::1\])/.test(new URL(origin).hostname);
}

/** The built-in database goes and comes again by itself; whoever runs the machine reads of it. */
function lifeOf(log: Log): Pick<EmbeddedOptions, 'onRestart' | 'onTrouble'> {
  return {
    onRestart: () => log.info('database-restarted'),
    // The sentence is one of ours, about a folder: it quotes nothing that was sent.
    onTrouble: ({ code, message }) => log.info('database-trouble', { code, hint: message }),
  };
}

/** Opens the house of a configuration, with the built-in database where none is named. */
export async function openHouse(config: Config): Promise<RunningHouse> {
  const { dataDir } = config;
  const embedded = config.databaseUrl ? undefined : await startEmbedded({ dataDir, ...lifeOf(toStderr) });
  try {
    const databases = databasesOf(config, embedded);
    await checkDatabases(databases, warn);
    if (isLoopback(config.origin))
      warn('QR codes and links lead to this machine only. Set DANBAN_ORIGIN to the public address.');
    const running = await openHouseOn({
      databases,
      keysDir: config.keysDir,
      issuerKeysDir: config.issuerKeysDir,
      keepMonths: config.keepMonths,
      rosterDays: config.rosterDays,
      origin: config.origin,
      sso: config.sso,
    });
    return { ...running, close: () => running.close().finally(() => embedded?.stop()) };
  } catch (error) {
    await embedded?.stop();
    throw error;
  }
}
