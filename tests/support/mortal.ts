import { dirname, join } from 'node:path';
import { connect, type Db } from '@danban/db';
import { addressOf } from './databaseOf.ts';
import { startProduct, type Product } from './product.ts';

export const waysToDie = ['application', 'database', 'both'] as const;

/** A product that is killed again and again and stays at one address. */
export interface Mortal {
  /** The one that lives now. */
  readonly product: Product;
  keysDir: string;
  database(): Db;
  /** Kills, and starts again what nothing else starts. */
  kill(what: (typeof waysToDie)[number]): Promise<void>;
}

export async function mortalProduct(): Promise<Mortal> {
  let product = await startProduct({ example: true });
  // Read once: a server that has just been killed names no socket.
  const address = addressOf(product);
  const home = dirname(product.dataDir);
  const port = Number(new URL(product.origin).port);
  return {
    get product() {
      return product;
    },
    keysDir: join(home, 'keys'),
    database: () => connect(address, { max: 1 }),
    async kill(what) {
      await product.kill(what);
      if (what !== 'database') product = await startProduct({ home, port });
    },
  };
}

export const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Looks again and again, a minute long; what cannot be looked at, because it has just been killed, does not hold yet. */
export async function until(holds: () => Promise<boolean>, otherwise: () => string): Promise<void> {
  const deadline = performance.now() + 60_000;
  while (performance.now() < deadline) {
    if (await holds().catch(() => false)) return;
    await pause(50);
  }
  throw new Error(otherwise());
}
