import { spawn, type ChildProcess } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import type { Role } from '@danban/server';
import { copyExample, sharedByRun } from './exampleHome.ts';

const root = new URL('../../', import.meta.url).pathname;

export interface ExampleLinks {
  survey: string;
  results: string;
  consultation: string;
  signIn: Record<'admin' | 'organizer' | 'leader' | 'schoolUnion' | 'drafter' | 'inspector', string>;
}

export interface Product {
  origin: string;
  dataDir: string;
  /** Ends the application, the database or both without a word, as a power cut would. */
  kill(what: 'application' | 'database' | 'both'): Promise<void>;
  signal(signal: NodeJS.Signals): void;
  /** Waits until it leaves by itself and gives its exit code. */
  ended(): Promise<number | null>;
  /** Everything it has printed. */
  printed(): string;
  example(): ExampleLinks;
  /** Asks it to stop and gives its exit code. */
  stop(): Promise<number | null>;
  /** Stops it and removes its folders. */
  remove(): Promise<void>;
}

interface Wish {
  example?: boolean;
  /** A part of the product in a process of its own. */
  role?: Role;
  /** `npm run dev` instead of `npm start`. */
  dev?: boolean;
  /** A folder an earlier product left behind with `stop`. */
  home?: string;
  port?: number;
  /** Beside what every product is given. */
  env?: Record<string, string>;
}

/** Below the ports the system hands out itself, so that a product that is stopped and started again finds its own free. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(20_000, 32_000);
    if (await isFree(port)) return port;
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
      .once('error', () => resolve(false))
      .listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

async function until(holds: () => boolean, child: ChildProcess, printed: () => string): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    if (holds()) return;
    if (child.exitCode !== null) throw new Error(`the product left with ${child.exitCode}:\n${printed()}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`the product did not start:\n${printed()}`);
}

/** Starts the product as an IT officer does: the built pages, the built-in database, folders of its own. */
export async function startProduct(wish: Wish = {}): Promise<Product> {
  const home = wish.home ?? (await mkdtemp(join(tmpdir(), 'danban-product-')));
  const port = wish.port ?? (await freePort());
  if (sharedByRun === undefined || !wish.example || wish.env || wish.home) return startIn({ ...wish, home, port });
  await copyExample(sharedByRun, { home, origin: `http://localhost:${port}`, make: makeExample });
  return startIn({ home, port });
}

/** A first start with the example, and a stop as an IT officer asks for it. */
async function makeExample(home: string): Promise<void> {
  const product = await startIn({ example: true, home, port: await freePort() });
  await product.stop();
}

async function startIn(wish: Wish & { home: string; port: number }): Promise<Product> {
  const { home, port } = wish;
  const dataDir = join(home, 'data');
  const program = wish.dev ? ['scripts/run.mjs', 'dev'] : ['web/server.ts', ...argumentsOf(wish)];
  const child = spawn(process.execPath, program, {
    cwd: root,
    env: { ...process.env, PORT: String(port), DANBAN_DATA: dataDir, DANBAN_KEYS: join(home, 'keys'), ...wish.env },
  });
  let output = '';
  child.stdout.on('data', (chunk) => (output += String(chunk)));
  child.stderr.on('data', (chunk) => (output += String(chunk)));
  // Where CI is set, what it prints is coloured though nobody looks.
  const printed = () => stripVTControlCharacters(output);
  await until(() => printed().includes(readySign(wish)), child, printed);
  const stop = () => stopChild(child);
  return {
    origin: `http://localhost:${port}`,
    dataDir,
    kill: (what) => killParts(what, child, dataDir),
    signal: (signal) => void child.kill(signal),
    ended: () => endOf(child),
    printed,
    example: () => JSON.parse(readFileSync(join(dataDir, 'example.json'), 'utf8')) as ExampleLinks,
    stop,
    async remove() {
      await stop();
      if (existsSync(home)) await rm(home, { recursive: true });
    },
  };
}

function argumentsOf({ example, role }: Wish): string[] {
  return [...(example ? ['--example'] : []), ...(role === undefined ? [] : [`--role=${role}`])];
}

function readySign({ example, dev, role }: Wish): string {
  if (dev) return 'Local: ';
  if (role !== undefined && role !== 'web') return `Dân Bàn (${role})`;
  return example ? 'organisation is ready' : 'Dân Bàn: http';
}

/** Waits for a living server: the one killed last may still be on its way up. */
async function killPostmaster(dataDir: string): Promise<void> {
  for (let tries = 0; tries < 1500; tries++) {
    if (killNamedIn(join(dataDir, 'pg', 'postmaster.pid'))) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('the database did not come up to be killed');
}

function killNamedIn(pidFile: string): boolean {
  try {
    const pid = Number(readFileSync(pidFile, 'utf8').split('\n')[0]);
    return pid > 0 && process.kill(pid, 'SIGKILL');
  } catch (error) {
    // No file yet, or the one a dead server left.
    if (['ENOENT', 'ESRCH'].includes((error as NodeJS.ErrnoException).code ?? '')) return false;
    throw error;
  }
}

async function killParts(
  what: 'application' | 'database' | 'both',
  child: ChildProcess,
  dataDir: string,
): Promise<void> {
  if (what !== 'application') await killPostmaster(dataDir);
  if (what === 'database') return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await gone;
}

function endOf(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode);
  return new Promise((resolve) => child.once('exit', (code) => resolve(code)));
}

function stopChild(child: ChildProcess): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
  return endOf(child);
}
