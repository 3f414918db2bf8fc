import { randomBytes } from 'node:crypto';
import type { UrnDb } from '@danban/db/vaults/urn';
import { flushesBeforeClose, type MixingRule, type Pack, type Urn } from '../vaults/urn.ts';
import { hasKeys, prepareBatch } from './batches.ts';
import { destroySpentKeys } from './destroy.ts';
import { openSealed, turnBatch } from './flush.ts';
import { Intake } from './intake.ts';
import { eraseUrn, sealIfEmpty } from './erase.ts';
import { KeysAway, keyFolder } from '../keys/folder.ts';
import { tagKeyName } from './tags.ts';
import { mendUrn } from './mend.ts';
import { createPartitions, dropStaged, rewriteSubmissions } from './partitions.ts';
import { SlipBook } from './slipbook.ts';
import { openSlips } from './slips.ts';
import { leafBatches } from './tree.ts';
import { allBatches, findUnopened, insertBatch, lockUrn, surveysWithBatches, waiting } from './queries.ts';

export { maxSheetBytes } from './envelope.ts';

const fewestWaiting = 20;

export function openUrn(db: UrnDb, keysRoot: string): Urn {
  const keys = keyFolder(keysRoot);
  const intakes = new Map<string, Intake>();
  const books = new Map<string, SlipBook>();
  const intake = (survey: string): Intake => kept(intakes, survey, () => new Intake(db, keys, survey));
  const bookOf = (survey: string): SlipBook => kept(books, survey, () => new SlipBook(db, survey));
  const forget = (survey: string): void => [intakes, books].forEach((known) => known.delete(survey));
  return {
    prepare: (survey) => prepareUrn(db, keys, survey),
    accept: (survey, incoming) => intake(survey).accept(incoming),
    slips: openSlips({ db, keys, bookOf, intakeOf: intake }),
    surveys: () => surveysWithBatches(db),
    hasKeys: (survey) => hasKeys(db, keys, survey),
    mend: (survey) => mendUrn(db, keys, survey).finally(() => intakes.get(survey)?.lookAgain()),
    unopened: (survey) => findUnopened(db, survey),
    leaves: (survey, after) => leafBatches(db, survey, after),
    flush: (survey, rule, pack) => flushUrn(db, keys, survey, rule, pack),
    async close(survey, pack) {
      await closeUrn(db, keys, survey, pack);
      forget(survey);
    },
    sealIfEmpty: (survey) => sealIfEmpty(db, survey),
    async erase(survey) {
      await eraseUrn(db, keys, survey);
      forget(survey);
    },
    destroyKeys: (survey) => destroySpentKeys(db, keys, survey),
  };
}

function kept<T>(known: Map<string, T>, survey: string, made: () => T): T {
  const one = known.get(survey) ?? made();
  known.set(survey, one);
  return one;
}

type Keys = ReturnType<typeof keyFolder>;

async function prepareUrn(db: UrnDb, keys: Keys, survey: string): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await lockUrn(trx, survey);
    if ((await allBatches(trx, survey)).length > 0) return demandKeys(trx, keys, survey);
    await createPartitions(trx, survey);
    // Left by an attempt that was rolled back: no envelope was ever sealed with these.
    await keys.destroyAll(survey, tagKeyName);
    await keys.create(survey);
    await keys.write(survey, tagKeyName, randomBytes(32));
    const first = await prepareBatch(keys, survey);
    await insertBatch(trx, survey, first.id, first.publicKey);
  });
}

async function demandKeys(db: UrnDb, keys: Keys, survey: string): Promise<void> {
  if (!(await hasKeys(db, keys, survey))) throw new KeysAway();
}

async function flushUrn(db: UrnDb, keys: Keys, survey: string, rule: MixingRule, pack: Pack): Promise<boolean> {
  if (!flushesBeforeClose(rule)) return false;
  if ((await waiting(db, survey)) < fewestWaiting) return false;
  await turnBatch(db, keys, survey, true);
  await openSealed(db, keys, survey, pack, { keepBack: rule.threshold, isLast: false });
  return true;
}

async function closeUrn(db: UrnDb, keys: Keys, survey: string, pack: Pack): Promise<void> {
  await turnBatch(db, keys, survey, false);
  await openSealed(db, keys, survey, pack, { keepBack: 0, isLast: true });
  await db.transaction().execute(async (trx) => {
    await lockUrn(trx, survey);
    await rewriteSubmissions(trx, survey);
    await dropStaged(trx, survey);
  });
}
