import { randomUUID } from 'node:crypto';
import type { UrnDb } from '@danban/db/vaults/urn';
import type { Unsealable } from '../vaults/urn.ts';
import { newBatchPair, newWrappedKey, unwrap } from './batchkeys.ts';
import type { KeyFolder } from '../keys/folder.ts';
import { tagKeyName } from './tagkey.ts';
import { allBatches, batchKey, insertBatchKey, openBatch } from './queries.ts';

/** A symmetric key for one batch, held in memory by one intake process; at rest it exists only wrapped. */
export interface SealingKey {
  id: string;
  batch: string;
  key: Buffer;
}

/** Makes the key pair of a new batch, private half durable in the key folder before anything is sealed for it. */
export async function prepareBatch(keys: KeyFolder, survey: string): Promise<{ id: string; publicKey: Buffer }> {
  const id = randomUUID();
  const pair = newBatchPair();
  await keys.write(survey, id, pair.privateKey);
  return { id, publicKey: pair.publicKey };
}

export async function newSealingKey(db: UrnDb, batch: { id: string; public_key: Buffer }): Promise<SealingKey> {
  const { key, wrapped } = newWrappedKey(batch.public_key);
  const id = randomUUID();
  await insertBatchKey(db, id, batch.id, wrapped);
  return { id, batch: batch.id, key };
}

/** Looked at once per batch and process: nothing is sealed that the key folder cannot open. */
export async function sealingKeyFor(db: UrnDb, keys: KeyFolder, survey: string): Promise<SealingKey | Unsealable> {
  const batch = await openBatch(db, survey);
  if (!batch) return 'survey-closed';
  if ((await keys.stateOf(survey, batch.id)) === 'there') return newSealingKey(db, batch);
  // Another process may have opened the batch and destroyed its key between our two looks.
  const now = await openBatch(db, survey);
  return now?.id === batch.id ? 'intake-interrupted' : sealingKeyFor(db, keys, survey);
}

/** Whether every key is there that the survey's urn needs to take answers and to open them; a closed urn needs none. */
export async function hasKeys(db: UrnDb, keys: KeyFolder, survey: string): Promise<boolean> {
  // Twice: a batch may be opened and its key destroyed between the two looks of the first time.
  return (await needsNothing(db, keys, survey)) || needsNothing(db, keys, survey);
}

async function needsNothing(db: UrnDb, keys: KeyFolder, survey: string): Promise<boolean> {
  const batches = await allBatches(db, survey);
  if (batches.length === 0) return true;
  const states = await Promise.all([tagKeyName, ...batches].map((name) => keys.stateOf(survey, name)));
  return states.every((state) => state === 'there');
}

/** Opens a wrapped key with the key folder. */
export async function openKey(db: UrnDb, keys: KeyFolder, survey: string, key: string, batch: string): Promise<Buffer> {
  const wrapped = await batchKey(db, key);
  if (!wrapped) throw new Error('urn: an envelope names a key that does not exist');
  return unwrap(await keys.read(survey, batch), wrapped);
}
