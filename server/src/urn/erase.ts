import type { UrnDb } from '@danban/db/vaults/urn';
import type { KeyFolder } from '../keys/folder.ts';
import { tagKeyName } from './tags.ts';
import { deleteLeafBatches } from './leafBatches.queries.ts';
import { dropAll } from './partitions.ts';
import { deleteBatchesOf, forgetUnopened, holdsNothing, lockUrn, sealOpenBatch } from './queries.ts';

class NotEmpty extends Error {}

/** Sealing waits for every envelope that is on its way, so that none slips in after the look. */
export async function sealIfEmpty(db: UrnDb, survey: string): Promise<boolean> {
  try {
    await db.transaction().execute(async (trx) => {
      await lockUrn(trx, survey);
      await sealOpenBatch(trx, survey);
      if (!(await holdsNothing(trx, survey))) throw new NotEmpty();
    });
    return true;
  } catch (error) {
    if (error instanceof NotEmpty) return false;
    throw error;
  }
}

export async function eraseUrn(db: UrnDb, keys: KeyFolder, survey: string): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await lockUrn(trx, survey);
    await dropAll(trx, survey);
    await deleteBatchesOf(trx, survey);
    await forgetUnopened(trx, survey);
    await deleteLeafBatches(trx, survey);
  });
  await keys.destroyAll(survey, tagKeyName);
}
