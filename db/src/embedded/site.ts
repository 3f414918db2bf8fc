import { createHash } from 'node:crypto';
import { chmodSync, lstatSync, mkdirSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Binaries } from './binaries.ts';
import { EmbeddedError } from './error.ts';
import { failureOf } from './failure.ts';
import type { Settings } from './settings.ts';

/** One data folder with the server that serves it, and the place where clients find that server. */
export interface Site {
  dataDir: string;
  pgDir: string;
  logFile: string;
  host: string;
  port: number;
  binaries: Binaries;
  settings: Settings;
}

// The operating system's bound is 104 bytes on macOS, 108 on Linux, with the closing zero.
const longestSocket = 99;

/** Makes the data folder, for this user alone, and says its real path. */
export function prepareFolder(dataDir: string): string {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    return realpathSync(dataDir);
  } catch (error) {
    throw failureOf(error, resolve(dataDir));
  }
}

/** A private folder for the socket: in the data folder, or in the system's own when that path is too long. */
export function socketFolder(dataDir: string, port: number): string {
  const near = join(dataDir, 'run');
  const fits = Buffer.byteLength(join(near, `.s.PGSQL.${port}`)) <= longestSocket;
  const folder = fits
    ? near
    : join(tmpdir(), `danban-${createHash('sha256').update(dataDir).digest('hex').slice(0, 16)}`);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    refuseForeign(folder);
    chmodSync(folder, 0o700);
  } catch (error) {
    throw failureOf(error, folder);
  }
  return folder;
}

// Somebody else may have made the folder in a shared temporary directory and would hear every query.
function refuseForeign(folder: string): void {
  const found = lstatSync(folder);
  if (!found.isDirectory() || found.uid !== process.getuid?.()) throw new EmbeddedError('folder-not-writable', folder);
}
