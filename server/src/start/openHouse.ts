import { join } from 'node:path';
import { startEmbedded, type Embedded, type EmbeddedOptions } from '@danban/db';
import { openHouseVault, type Db } from '@danban/db/vaults/house';
import { openRosterVault, type RosterDb } from '@danban/db/vaults/roster';
import { openUrnVault, type UrnDb } from '@danban/db/vaults/urn';
import { begin } from '../audit/chain.ts';
import type { Config } from '../config.ts';
import type { House } from '../house.ts';
import { mendAll } from '../jobs/mend.ts';
import type { Ticking } from '../jobs/ticking.ts';
import { startWorker, type Worker } from '../jobs/worker.ts';
import { surveyWork } from '../jobs/work.ts';
import { openSeals } from '../keys/seals.ts';
import { consoleLog, type Log } from '../log.ts';
import { openCounter } from '../results/index.ts';
import { openPost, type PostSettings } from '../mail/post.ts';
import { writeMissingKeys } from '../search/queries.ts';
import { openProvider } from '../sso/provider.ts';
import type { SsoSettings } from '../sso/settings.ts';
import { openDoors } from '../surveys/doors.ts';
import { openRoster } from '../participation/index.ts';
import { openUrn } from '../urn/index.ts';
import { checkDatabases } from './databaseSettings.ts';
import { migrateEach, used, type Databases } from './databases.ts';
import { refuseStrays } from './strays.ts';
import { beginLog, signLog } from '../transparency/checkpoint.ts';
import { openLogKey } from '../transparency/logKey.ts';
import type { WitnessSettings } from '../transparency/settings.ts';
import { startTending } from '../transparency/tending.ts';
import { openUrgentBox } from '../urgent/box.ts';
import { askForWaiting } from '../urgent/service.ts';
import { absent, demandCommonGround, partOf, type Part, type Role } from './roles.ts';

/** A house that is running: what features need, and how to leave it with nothing lost. */
export interface RunningHouse {
  house: House;
  worker: Worker;
  /** Shows the log to its witnesses and in its folder. */
  tending: Ticking;
  vaults: Vaults;
  close(): Promise<void>;
}

/** One pool per vault, each in the role that sees that vault alone. Counting has another, of its own. */
export interface Vaults {
  house: Db;
  urn: UrnDb;
  roster: RosterDb;
}

export interface Setting {
  databases: Databases;
  /** Which part of the product this process is; everything, unless it is said. */
  role?: Role;
  keysDir: string;
  /** Keys of invitations and credentials: nothing that opens answers lies there. */
  issuerKeysDir?: string;
  origin: string;
  /** Where the page sends answers and collects credentials, where that is not `origin`. */
  urnOrigin?: string;
  issuerOrigin?: string;
  clock?: () => Date;
  keepMonths?: number;
  sso?: SsoSettings | undefined;
  rosterDays?: number;
  mail: PostSettings;
  witnesses?: readonly WitnessSettings[];
  /** Where what is public of the log lies as files, too. */
  mirrorDir?: string | undefined;
  log?: Log;
  /** False where a test drives the worker itself. */
  work?: boolean;
}

function openVaults({ house, urn, roster }: Databases, part: Part): Vaults {
  return {
    house: openHouseVault(house),
    urn: part.urn ? openUrnVault(urn) : absent<UrnDb>('urn'),
    roster: part.roster ? openRosterVault(roster) : absent<RosterDb>('roster'),
  };
}

async function closeVaults({ house, urn, roster }: Vaults, part: Part): Promise<void> {
  const opened = [house, ...(part.urn ? [urn] : []), ...(part.roster ? [roster] : [])];
  await Promise.all(opened.map((pool) => pool.destroy()));
}

/** Where the page has to be told to send: nowhere in particular when it is its own address. */
function elsewhereOf({ origin, urnOrigin = origin, issuerOrigin = origin }: Setting): House['elsewhere'] {
  const other = (address: string) => (address === origin ? '' : address);
  return { urn: other(urnOrigin), issuer: other(issuerOrigin) };
}

const issuerKeysOf = ({ issuerKeysDir, keysDir }: Setting) => issuerKeysDir ?? join(keysDir, 'issuer');

/** Without a part in the urn nobody here is told whether its keys are there: that is seen where answers are taken. */
const unknownKeys = () => Promise.resolve(true);

const toStderr = consoleLog((text) => process.stderr.write(`${text}\n`));

/** Opens the house on databases that are there already. Migrations run first, under their lock. */
export async function openHouseOn(setting: Setting): Promise<RunningHouse> {
  const { clock = () => new Date(), origin } = setting;
  const log = setting.log ?? toStderr;
  const part = partOf(setting.role ?? 'all');
  await migrateEach(used(setting.databases, part));
  await refuseStrays(setting.databases, part);
  const vaults = openVaults(setting.databases, part);
  const counter = openCounter(setting.databases);
  const db = vaults.house;
  const logKey = openLogKey(setting.keysDir);
  if (part.keepsHouse) {
    await writeMissingKeys(db);
    await begin({ clock }, db);
    await beginLog(db, logKey, clock);
    await signLog({ db, log, logKey, clock });
  }
  const urn = part.urn ? openUrn(vaults.urn, setting.keysDir) : absent<House['urn']>('urn');
  const post = openPost(setting.mail);
  const seen = { db, clock, origin };
  const house: House = {
    db,
    urn,
    roster: part.roster ? openRoster(vaults.roster, issuerKeysOf(setting)) : absent<House['roster']>('roster'),
    post,
    seals: openSeals(setting.keysDir),
    urgent: openUrgentBox(setting.keysDir),
    logKey,
    witnesses: setting.witnesses ?? [],
    doors: openDoors({ ...seen, hasKeys: part.urn ? urn.hasKeys : unknownKeys, mailLeaves: post.leaves }),
    clock,
    keepMonths: setting.keepMonths ?? 12,
    rosterDays: setting.rosterDays ?? 30,
    log,
    origin,
    elsewhere: elsewhereOf(setting),
    ...(setting.sso ? { sso: openProvider(setting.sso, { origin, clock, log }) } : {}),
    wake: () => worker.wake(),
  };
  if (part.works) {
    await mendAll(house);
    await askForWaiting(house);
  }
  const worker: Worker = startWorker({
    db,
    log,
    clock,
    work: surveyWork(house, counter),
    ticking: part.works && (setting.work ?? true),
  });
  const tending = startTending(house, {
    mirrorDir: setting.mirrorDir,
    ticking: part.works && (setting.work ?? true),
  });
  const close = async () => {
    await Promise.all([worker.stop(), tending.stop()]);
    house.post.close();
    await Promise.all([counter.leave(), closeVaults(vaults, part)]);
  };
  return { house, worker, tending, vaults, close };
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
export async function openHouse(config: Config, role: Role = 'all'): Promise<RunningHouse> {
  demandCommonGround(role, config);
  const { dataDir } = config;
  const embedded = config.databaseUrl ? undefined : await startEmbedded({ dataDir, ...lifeOf(toStderr) });
  try {
    const databases = databasesOf(config, embedded);
    await checkDatabases(databases, partOf(role), warn);
    if (isLoopback(config.origin))
      warn('QR codes and links lead to this machine only. Set DANBAN_ORIGIN to the public address.');
    const running = await openHouseOn({
      databases,
      role,
      urnOrigin: config.urnOrigin,
      issuerOrigin: config.issuerOrigin,
      keysDir: config.keysDir,
      issuerKeysDir: config.issuerKeysDir,
      keepMonths: config.keepMonths,
      rosterDays: config.rosterDays,
      mail: config.mail,
      witnesses: config.witnesses,
      mirrorDir: config.mirrorDir,
      origin: config.origin,
      sso: config.sso,
    });
    return { ...running, close: () => running.close().finally(() => embedded?.stop()) };
  } catch (error) {
    await embedded?.stop();
    throw error;
  }
}
