import { execFileSync } from 'node:child_process';

/** Whether this system has a pg_dump that reads a server of this version. */
export function canDump(server: number): boolean {
  try {
    return Number(/ (\d+)/.exec(execFileSync('pg_dump', ['--version'], { encoding: 'utf8' }))?.[1]) >= server;
  } catch {
    return false;
  }
}

/** PostgreSQL's own dump of a database, as text. */
export function dumpOf(url: string): string {
  return execFileSync('pg_dump', ['--dbname', url], { encoding: 'utf8', maxBuffer: 2 ** 28 });
}
