import { randomUUID } from 'node:crypto';
import type { UrnDb } from '@danban/db/vaults/urn';
import type { Unsealable } from '../vaults/urn.ts';
import { newBatchPair, newWrappedKey, unwrap } from './batchkeys.ts';
import { KeysAway, type KeyFolder } from '../keys/folder.ts';
import { batchTagKey, tagKeyName } from './tags.ts';
import { allBatches, batchKey, insertBatchKey, liveBatches, type Batch, type LiveBatch } from './queries.ts';

/** A symmetric key for one batch, held in memory by one intake process; at rest it exists only wrapped. */
export interface SealingKey {
  id: string;
  batch: string;
  key: Buffer;
}

/** What a sheet with a credential may lie under besides the survey's tag: keys of the tags of every batch that is not opened. */
export interface BatchTags {
  /** Of the batch that takes sheets, if there is one. */
  open: Buffer[];
  /** Of those that wait to be opened. */
  sealed: Buffer[];
}

/** What an intake seals with until its batch takes no more. */
export type Sealing = SealingKey & { tags: BatchTags };

/** Makes the key pair of a new batch, private half durable in the key folder before anything is sealed for it. */
export async function prepareBatch(keys: KeyFolder, survey: string): Promise<{ id: string; publicKey: Buffer }> {
  const id = randomUUID();
  const pair = newBatchPair();
  await keys.write(survey, id, pair.privateKey);
  return { id, publicKey: pair.publicKey };
}

export async function newSealingKey(db: UrnDb, batch: Pick<Batch, 'id' | 'public_key'>): Promise<SealingKey> {
  const { key, wrapped } = newWrappedKey(batch.public_key);
  const id = randomUUID();
  await insertBatchKey(db, id, batch.id, wrapped);
  return { id, batch: batch.id, key };
}

/**
 * Looked at once per batch and process: nothing is sealed that the key folder cannot open, nor while what lies in a sealed batch
 * could not be told from it. No batch is sealed later but the one it seals for, so none is missing as long as that one takes sheets.
 */
export async function sealingKeyFor(db: UrnDb, keys: KeyFolder, survey: string): Promise<Sealing | Unsealable> {
  const live = await liveBatches(db, survey);
  const open = live.find(({ state }) => state === 'open');
  if (!open) return 'survey-closed';
  const tags = await batchTagsOf(keys, survey, live);
  if (tags) return { ...(await newSealingKey(db, open)), tags };
  // Another process may have opened a batch and destroyed its key between our two looks.
  const now = await liveBatches(db, survey);
  return namesOf(now) === namesOf(live) ? 'intake-interrupted' : sealingKeyFor(db, keys, survey);
}

/** The keys of all tags of these batches; undefined where one of them is not there. */
export async function batchTagsOf(
  keys: KeyFolder,
  survey: string,
  live: readonly LiveBatch[],
): Promise<BatchTags | undefined> {
  try {
    const tagKeys = await Promise.all(live.map(async ({ id }) => batchTagKey(await keys.read(survey, id))));
    const inState = (wanted: LiveBatch['state']) => tagKeys.filter((_, at) => live[at]!.state === wanted);
    return { open: inState('open'), sealed: inState('sealed') };
  } catch (error) {
    if (error instanceof KeysAway) return undefined;
    throw error;
  }
}

const namesOf = (batches: readonly LiveBatch[]): string =>
  batches
    .map(({ id }) => id)
    .sort()
    .join();

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
