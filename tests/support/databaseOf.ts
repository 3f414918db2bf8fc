import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { connect, type Address, type Db } from '@danban/db';
import type { Product } from './product.ts';

/** The socket of the database behind a product; it stays the same over every restart. */
export function addressOf({ dataDir }: Pick<Product, 'dataDir'>): Address {
  const [, , , port, host] = readFileSync(join(dataDir, 'pg', 'postmaster.pid'), 'utf8').split('\n');
  return { host: host!, port: Number(port), database: 'danban', user: 'postgres' };
}

/** The database behind a product, as its superuser. */
export const databaseOf = (product: Pick<Product, 'dataDir'>): Db => connect(addressOf(product), { max: 1 });
