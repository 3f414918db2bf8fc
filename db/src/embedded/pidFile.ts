import { readFileSync, readlinkSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Site } from './site.ts';

/** What a running server writes about itself into its folder. */
export interface PidFile {
  pid: number;
  port: number;
  host: string;
}

const fileOf = (pgDir: string): string => join(pgDir, 'postmaster.pid');

function readPidFile(pgDir: string): PidFile | undefined {
  try {
    const [pid, , , port, socketFolder, address] = readFileSync(fileOf(pgDir), 'utf8').split('\n');
    if (!Number(pid) || !Number(port)) return undefined;
    return { pid: Number(pid), port: Number(port), host: socketFolder || address || '' };
  } catch {
    return undefined;
  }
}

/** The server that owns the folder now, perhaps left behind by a killed application. */
export function livingServer({ pgDir }: Pick<Site, 'pgDir'>): PidFile | undefined {
  const found = readPidFile(pgDir);
  return found && serves(found.pid, pgDir) ? found : undefined;
}

/** After a restart of the machine the number in a stale file may belong to a stranger, whom PostgreSQL would mistake. */
export function forgetDeadServer({ pgDir }: Site): void {
  if (!livingServer({ pgDir })) rmSync(fileOf(pgDir), { force: true });
}

function serves(pid: number, pgDir: string): boolean {
  try {
    if (process.platform === 'linux') return readlinkSync(`/proc/${pid}/cwd`) === pgDir;
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
