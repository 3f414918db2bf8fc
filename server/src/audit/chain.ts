import { randomBytes, randomUUID } from 'node:crypto';
import { nextLink, type AuditEvent, type Head } from '@danban/audit';
import type { Db } from '@danban/db/vaults/house';
import { findHead, insertEvent, lockChain, type Trx } from './queries.ts';
import { rowOf } from './rows.ts';
import { sha256 } from '../sha256.ts';

type Clock = { clock: () => Date };

async function add(house: Clock, trx: Trx, head: Head | null, event: Omit<AuditEvent, 'at' | 'salt'>): Promise<void> {
  const whole = { ...event, at: house.clock().toISOString(), salt: randomBytes(16).toString('hex') };
  await insertEvent(trx, rowOf(whole, nextLink(sha256, head, whole)));
}

/** Adds one event to the end of the chain. It is there if and only if the transaction is committed. */
export async function append(house: Clock, trx: Trx, event: Omit<AuditEvent, 'at' | 'salt'>): Promise<void> {
  await lockChain(trx);
  const head = await findHead(trx);
  if (head === undefined) throw new Error('the audit log has not begun');
  await add(house, trx, head, event);
}

/** The first event of an installation names it at random, so that no two chains begin alike. Safe to repeat. */
export async function begin(house: Clock, db: Db): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await lockChain(trx);
    if (await findHead(trx)) return;
    const object = { kind: 'installation', id: 'danban', name: 'Dân Bàn' };
    const details = { format: 1, installation: randomUUID() };
    await add(house, trx, null, { actor: null, act: 'chain.begin', object, unit: null, details });
  });
}
