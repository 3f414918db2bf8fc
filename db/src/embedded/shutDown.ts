import { spawnSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { livingServer } from './pidFile.ts';
import type { Site } from './site.ts';

const patience = 30_000;

/** Fast shutdown: open transactions are rolled back, everything committed is on disk. Immediate when that hangs. */
export async function shutDown(site: Site): Promise<void> {
  if (await ended(site, 'INT')) return;
  await ended(site, 'QUIT');
}

async function ended(site: Site, name: 'INT' | 'QUIT'): Promise<boolean> {
  const server = livingServer(site);
  if (server) signal(site, server.pid, name);
  const deadline = performance.now() + patience;
  while (livingServer(site)) {
    if (performance.now() > deadline) return false;
    await sleep(20);
  }
  return true;
}

function signal(site: Site, pid: number, name: 'INT' | 'QUIT'): void {
  if (process.platform === 'win32') spawnSync(site.binaries.control, ['kill', name, `${pid}`]);
  else process.kill(pid, `SIG${name}`);
}
