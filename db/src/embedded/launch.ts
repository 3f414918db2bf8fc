import type { ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync, statSync, truncateSync } from 'node:fs';
import { spawnProgram } from './command.ts';
import { failureOf } from './failure.ts';
import { forgetDeadServer } from './pidFile.ts';
import { serverSettings } from './settings.ts';
import type { Site } from './site.ts';

/** A server on its way up: whether it still lives, and what it has said since it was started. */
export interface Starting {
  isAlive(): boolean;
  said(): string;
}

const longestLog = 1_000_000;

export function launch(site: Site): Starting {
  forgetDeadServer(site);
  const log = openLog(site.logFile);
  const child = spawnProgram(site.binaries.postgres, commandLine(site), ['ignore', log.file, log.file]);
  closeSync(log.file);
  child.unref();
  return follow(child, () => readFileSync(site.logFile).subarray(log.from).toString());
}

function commandLine(site: Site): string[] {
  const door = process.platform === 'win32' ? [] : ['-k', site.host];
  const address = process.platform === 'win32' ? site.host : '';
  const { settings } = site;
  return [
    '-D',
    site.pgDir,
    '-p',
    `${site.port}`,
    ...door,
    ...serverSettings({ ...settings, listen_addresses: address }),
  ];
}

// The server writes to the file itself, so a killed application does not break its log; it is emptied between starts.
function openLog(logFile: string): { file: number; from: number } {
  try {
    const file = openSync(logFile, 'a', 0o600);
    if (statSync(logFile).size > longestLog) truncateSync(logFile);
    return { file, from: statSync(logFile).size };
  } catch (error) {
    throw failureOf(error, logFile);
  }
}

function follow(child: ChildProcess, log: () => string): Starting {
  let failure = '';
  child.once('error', (error) => (failure = `${child.spawnfile}: ${error.message}`));
  return {
    isAlive: () => failure === '' && child.exitCode === null && child.signalCode === null,
    said: () => failure || log(),
  };
}
