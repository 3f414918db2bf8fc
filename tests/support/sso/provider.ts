import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { SsoSettings } from '@danban/server';
import { origin } from '../house.ts';

/** A provider that runs as a process of its own. */
export interface ProviderProcess {
  settings: SsoSettings;
  /** What the honest one says of each of its people, by their subject. */
  tell(people: Record<string, { email?: string; email_verified?: unknown }>): Promise<void>;
  stop(): Promise<void>;
}

const client = { clientId: 'danban', clientSecret: 'bi mat: cua+Dan/Ban%' };
const comesBack = '/lam-viec/dang-nhap/mot-lan/ve';

export async function startProvider(kind: 'honest' | 'forging', place = origin, port = 0): Promise<ProviderProcess> {
  const program = fileURLToPath(new URL(`${kind}.ts`, import.meta.url));
  const told = JSON.stringify({ ...client, port, redirects: [place + comesBack] });
  const child = spawn(process.execPath, [program, told], { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
  const ended = once(child, 'exit');
  // A run that is cut short leaves no provider behind.
  const abandon = (): void => void child.kill('SIGKILL');
  process.once('exit', abandon);
  const [{ issuer }] = (await Promise.race([
    once(child, 'message'),
    ended.then(() => Promise.reject(new Error(`the ${kind} provider did not start`))),
  ])) as [{ issuer: string }];
  return {
    settings: { issuer, ...client, name: 'Sở GDĐT' },
    async tell(people) {
      await fetch(`${issuer}/people`, { method: 'PUT', body: JSON.stringify(people) });
    },
    async stop() {
      process.off('exit', abandon);
      child.kill('SIGKILL');
      await ended.catch(() => undefined);
    },
  };
}
