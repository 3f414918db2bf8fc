import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  createApp,
  inOneDatabase,
  openHouseOn,
  type Databases,
  type House,
  type Role,
  type RunningHouse,
  type SsoSettings,
} from '@danban/server';
import type { WitnessSettings } from '@danban/server/transparency/settings';
import type { Hono } from 'hono';
import type { FreshDatabase } from './freshDatabase.ts';

export const origin = 'http://localhost:3000';

export interface TestHouse {
  house: House;
  vaults: RunningHouse['vaults'];
  app: Hono;
  keysDir: string;
  /** Runs every job that is due by the clock of the house. */
  work(): Promise<void>;
  /** Shows the log to its witnesses, and in its folder. */
  tend(): Promise<void>;
  /** Moves the clock of the house on. */
  pass(milliseconds: number): void;
  /** Every line the house has logged. */
  logged: string[];
  /** Ends the house and leaves its database and its keys as they are. */
  leave(): Promise<void>;
  close(): Promise<void>;
}

export interface HouseWish {
  now?: number;
  keysDir?: string;
  role?: Role;
  /** Where the vaults lie elsewhere than in the house's own database. */
  databases?: Databases;
  sso?: SsoSettings;
  smtpUrl?: string;
  witnesses?: readonly WitnessSettings[];
  mirrorDir?: string;
}

/** A house on a database of one's own, with a clock that stands still until it is moved. */
export async function testHouse(database: FreshDatabase, wish: HouseWish = {}): Promise<TestHouse> {
  let { now = new Date('2026-03-02T01:00:00Z').getTime() } = wish;
  const { keysDir = keysFolder(), databases, sso, smtpUrl, witnesses = [], mirrorDir, role = 'all' } = wish;
  const logged: string[] = [];
  const running: RunningHouse = await openHouseOn({
    databases: databases ?? inOneDatabase(database.connection),
    role,
    keysDir,
    origin,
    sso,
    witnesses,
    mirrorDir,
    mail: { smtpUrl, from: 'Công đoàn <khaosat@truong.edu.vn>', dir: join(keysDir, 'mail') },
    clock: () => new Date(now),
    log: {
      info: (event, fields) => void logged.push(JSON.stringify({ event, ...fields })),
      failure: (event, error) => void logged.push(`${event} ${String(error)} ${(error as Error).stack ?? ''}`),
    },
    work: false,
  });
  return {
    house: running.house,
    vaults: running.vaults,
    app: createApp(running.house, undefined, role),
    keysDir,
    work: () => running.worker.idle(),
    tend: () => running.tending.idle(),
    pass: (milliseconds) => void (now += milliseconds),
    logged,
    leave: () => running.close(),
    async close() {
      await running.close();
      await rm(keysDir, { recursive: true, force: true });
      await database.close();
    },
  };
}

function keysFolder(): string {
  return mkdtempSync(join(tmpdir(), 'danban-keys-'));
}
