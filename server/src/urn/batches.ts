import { randomBytes, randomUUID } from 'node:crypto';
import type { UrnDb } from '@danban/db/vaults/urn';
import { newBatchPair, unwrap, wrap } from './batchkeys.ts';
import type { KeyFolder } from './keyfolder.ts';
import { batchKey, insertBatchKey, openBatch } from './queries.ts';

/** A symmetric key for one batch, held in memory by one intake process; at rest it exists only wrapped. */
export interface SealingKey {
  id: string;
  batch: string;
  key: Buffer;
}

export const tagKeyName = 'tag';

/** Makes the key pair of a new batch, private half durable in the key folder before anything is sealed for it. */
export async function prepareBatch(keys: KeyFolder, survey: string): Promise<{ id: string; publicKey: Buffer }> {
  const id = randomUUID();
  const pair = await newBatchPair();
  await keys.write(survey, id, pair.privateKey);
  return { id, publicKey: pair.publicKey };
}

export async function newSealingKey(db: UrnDb, batch: { id: string; public_key: Buffer }): Promise<SealingKey> {
  const key = randomBytes(32);
  const id = randomUUID();
  await insertBatchKey(db, id, batch.id, wrap(batch.public_key, key));
  return { id, batch: batch.id, key };
}

export async function sealingKeyFor(db: UrnDb, survey: string): Promise<SealingKey | undefined> {
  const batch = await openBatch(db, survey);
  return batch && newSealingKey(db, batch);
}

/** Opens wrapped keys with the key folder, each once. */
export function keyOpener(db: UrnDb, keys: KeyFolder, survey: string) {
  const opened = new Map<string, Promise<Buffer>>();
  const open = async (keyId: string, batch: string): Promise<Buffer> => {
    const wrapped = await batchKey(db, keyId);
    if (!wrapped) throw new Error('urn: an envelope names a key that does not exist');
    return unwrap(await keys.read(survey, batch), wrapped);
  };
  return (keyId: string, batch: string): Promise<Buffer> => {
    const known = opened.get(keyId) ?? open(keyId, batch);
    opened.set(keyId, known);
    return known;
  };
}
