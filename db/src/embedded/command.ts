import { spawn } from 'node:child_process';
import type { ChildProcess, StdioOptions } from 'node:child_process';

// PostgreSQL refuses root. In a user namespace the same user has another number and no privilege; files keep
// their owner and nobody is added to the system.
const asSomebody = ['--user', '--map-user=1000', '--map-group=1000', '--'];

function environment(): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith('PG') && !name.startsWith('LC_'));
  return { ...Object.fromEntries(own), LC_ALL: 'C' };
}

/** Starts a program of PostgreSQL apart from our terminal, so that Ctrl-C reaches the application alone. */
export function spawnProgram(program: string, args: string[], stdio: StdioOptions): ChildProcess {
  const options = { stdio, detached: true, windowsHide: true, env: environment() };
  if (process.getuid?.() !== 0) return spawn(program, args, options);
  return spawn('unshare', [...asSomebody, program, ...args], options);
}
