import { randomBytes } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { UrnDb, UrnTables } from '@danban/db/vaults/urn';
import { prepareBatch } from './batches.ts';
import { KeysAway, declaration, type KeyFolder } from '../keys/folder.ts';
import { tagKeyName } from './tags.ts';
import {
  addUnopened,
  allBatches,
  deleteBatches,
  deleteStaged,
  insertBatch,
  lockUrn,
  openBatch,
  sealOpenBatch,
} from './queries.ts';

/**
 * Puts an urn in order that came out of a backup from before a flush: what nobody can open any more is given up, and the
 * survey goes on in a fresh batch. Says whether anything had to be given up.
 * @throws KeysAway where a key is missing and nothing proves that it is gone: then everything waits
 */
export async function mendUrn(db: UrnDb, keys: KeyFolder, survey: string): Promise<boolean> {
  const mended = await db.transaction().execute(async (trx) => {
    await lockUrn(trx, survey);
    const open = await openBatch(trx, survey);
    if (open) await mendTagKey(keys, survey);
    const gone = await goneAmong(keys, survey, await allBatches(trx, survey));
    if (gone.length === 0) return false;
    const next = open && gone.includes(open.id) ? await prepareBatch(keys, survey) : undefined;
    // Answers on their way into the open batch are waited for: they are given up with it, or go into the next.
    if (next) await sealOpenBatch(trx, survey);
    await giveUp(trx, survey, gone);
    if (next) await insertBatch(trx, survey, next.id, next.publicKey);
    return true;
  });
  await keys.clear(survey, declaration);
  return mended;
}

/** Only a close destroys the key of tags, so without it a survey goes on by somebody's word and not by itself. */
async function mendTagKey(keys: KeyFolder, survey: string): Promise<void> {
  const state = await keys.stateOf(survey, tagKeyName);
  if (state === 'there') return;
  if (state !== 'lost') throw new KeysAway();
  await keys.clear(survey, tagKeyName);
  await keys.write(survey, tagKeyName, randomBytes(32));
}

async function goneAmong(keys: KeyFolder, survey: string, batches: string[]): Promise<string[]> {
  const gone: string[] = [];
  for (const batch of batches) {
    const state = await keys.stateOf(survey, batch);
    if (state === 'away') throw new KeysAway();
    if (state !== 'there') gone.push(batch);
  }
  return gone;
}

async function giveUp(trx: Transaction<UrnTables>, survey: string, batches: string[]): Promise<void> {
  const answers = await deleteStaged(trx, survey, batches);
  await deleteBatches(trx, batches);
  if (answers > 0) await addUnopened(trx, survey, answers);
}
