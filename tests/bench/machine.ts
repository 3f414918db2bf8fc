import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { heapFlags } from '../../scripts/lib/heap.mjs';

const serverCore = '0';
const loadCore = '1';

const canPin = availableParallelism() > 1 && spawnSync('taskset', ['--version']).status === 0;

/** Puts this process, the load generator, and whatever it starts on its own core; says in words where it cannot. */
export function pinLoad(): string {
  const command = ['-a', '-p', '-c', loadCore, String(process.pid)];
  const pinned = canPin && spawnSync('taskset', command).status === 0;
  if (pinned) return 'The server runs on core 0; the load generator and PostgreSQL share core 1.';
  return 'No taskset or one core only: server, load generator and PostgreSQL share the cores, and ratios drift.';
}

/** What a server may use: its own core, or every one, the second shared with the load generator and PostgreSQL. */
export type Cores = 'own' | 'all';

export function letUse(pid: number, cores: Cores): void {
  const list = cores === 'own' ? serverCore : `${serverCore},${loadCore}`;
  if (canPin) spawnSync('taskset', ['-a', '-p', '-c', list, String(pid)]);
}

/** Starts Node on the server's core as `npm start` does, with a channel for messages. */
export function startServer(file: string, env: Record<string, string>): ChildProcess {
  const [command, ...args] = [...(canPin ? ['taskset', '-c', serverCore] : []), process.execPath, ...heapFlags, file];
  return spawn(command, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
}
