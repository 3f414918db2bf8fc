import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbedded, type Address } from '@danban/db';
import type { Definition } from '@danban/survey';
import { letUse, startServer, type Cores } from './machine.ts';
import type { Served } from './served.types.ts';

/** What a measure may use: a database of the embedded kind with fsync on, and the product on it when first asked for. */
export interface Bench {
  address: Address;
  keysDir: string;
  served(): Promise<Served & { definition: Definition }>;
  /** While this is measured the product may use these cores. */
  using<T>(cores: Cores, measure: () => Promise<T>): Promise<T>;
  stop(): Promise<void>;
}

export async function openBench(): Promise<Bench> {
  const home = await mkdtemp(join(tmpdir(), 'danban-bench-'));
  const postgres = await startEmbedded({ dataDir: join(home, 'data') });
  const keysDir = join(home, 'keys');
  let started: ReturnType<typeof startProduct> | undefined;
  const stop = async (): Promise<void> => {
    await (await started?.catch(() => undefined))?.stop();
    await postgres.stop();
    await rm(home, { recursive: true });
  };
  const served = async () => {
    started ??= startProduct(postgres.connection, keysDir);
    return (await started).served;
  };
  const using = async <T>(cores: Cores, measure: () => Promise<T>): Promise<T> => {
    await served();
    const { pid } = await started!;
    letUse(pid, cores);
    return measure().finally(() => letUse(pid, 'own'));
  };
  return { address: postgres.connection, keysDir, served, using, stop };
}

async function startProduct(connection: Address, keysDir: string) {
  const child = startServer('tests/bench/served.ts', { BENCH: JSON.stringify({ connection, keysDir }) });
  const gone = once(child, 'exit');
  const left = gone.then(() => Promise.reject(new Error('the server under measure has ended')));
  left.catch(() => undefined);
  const [served] = (await Promise.race([once(child, 'message'), left])) as [Served];
  const stop = async (): Promise<void> => {
    if (child.connected) child.disconnect();
    await gone;
  };
  return { served: { ...served, definition: await definitionOf(served) }, pid: child.pid!, stop };
}

async function definitionOf({ ports, slug }: Served): Promise<Definition> {
  const response = await fetch(`http://127.0.0.1:${ports.product}/api/s/${slug}`);
  return ((await response.json()) as { definition: Definition }).definition;
}
