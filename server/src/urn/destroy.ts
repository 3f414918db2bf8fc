import type { UrnDb } from '@danban/db/vaults/urn';
import { demandDurable } from './durable.ts';
import type { KeyFolder } from '../keys/folder.ts';
import { tagKeyName } from './tags.ts';
import { allBatches, lockUrn } from './queries.ts';
import { dropSlips } from './partitions.ts';

/**
 * Keys whose batch is gone go, once nothing can bring their batch back; with the last batch goes the tag's key as well, and
 * with it the slips, which nothing is sent under any more.
 */
export async function destroySpentKeys(db: UrnDb, keys: KeyFolder, survey: string): Promise<void> {
  await demandDurable(db);
  await db.transaction().execute(async (trx) => {
    await lockUrn(trx, survey);
    const batches = await allBatches(trx, survey);
    if (batches.length === 0) {
      await dropSlips(trx, survey);
      return keys.destroyAll(survey, tagKeyName);
    }
    const alive = new Set([...batches, tagKeyName]);
    for (const name of await keys.names(survey)) if (!alive.has(name)) await keys.destroy(survey, name);
  });
}
