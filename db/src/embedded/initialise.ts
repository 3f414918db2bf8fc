import { existsSync, readdirSync } from 'node:fs';
import { appendFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { spawnProgram } from './command.ts';
import { EmbeddedError } from './error.ts';
import { failureIn } from './failure.ts';
import { windowsPassword } from './password.ts';
import type { Site } from './site.ts';

/** Makes the database files if there are none. Made aside and renamed, so a killed start leaves no half of them. */
export async function initialise(site: Site): Promise<void> {
  if (existsSync(join(site.pgDir, 'PG_VERSION'))) return;
  if (existsSync(site.pgDir) && readdirSync(site.pgDir).length > 0) throw new EmbeddedError('data-corrupt', site.pgDir);
  const aside = `${site.pgDir}.new`;
  await rm(aside, { recursive: true, force: true });
  try {
    await runInitdb(site, aside);
    await rename(aside, site.pgDir);
  } catch (error) {
    await rm(aside, { recursive: true, force: true });
    throw error;
  }
}

async function runInitdb(site: Site, folder: string): Promise<void> {
  const args = ['-D', folder, '-U', 'postgres', '-E', 'UTF8', '--locale=C', ...(await authentication(site))];
  if (site.settings['fsync'] === 'off') args.push('--no-sync');
  const child = spawnProgram(site.binaries.initdb, args, ['ignore', 'ignore', 'pipe']);
  const said: string[] = [];
  child.stderr?.setEncoding('utf8').on('data', (text: string) => said.push(text));
  const { promise, resolve } = Promise.withResolvers<number | null>();
  child.once('error', (error) => {
    said.push(`${child.spawnfile}: ${error.message}`);
    resolve(null);
  });
  child.once('close', resolve);
  if ((await promise) === 0) return;
  await appendFile(site.logFile, said.join(''), { mode: 0o600 }).catch(() => undefined);
  throw failureIn(said.join(''), site.dataDir);
}

// The socket lies in a folder only this user enters, so nothing more is asked; a port on Windows asks a password.
async function authentication(site: Site): Promise<string[]> {
  const password = windowsPassword(site.dataDir);
  if (!password) return ['-A', 'trust'];
  const file = join(site.dataDir, 'password');
  await writeFile(file, password, { mode: 0o600 });
  return ['-A', 'scram-sha-256', `--pwfile=${file}`];
}
