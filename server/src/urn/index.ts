import { randomBytes } from 'node:crypto';
import type { UrnDb } from '@danban/db/vaults/urn';
import { hasKeys, prepareBatch } from './batches.ts';
import { destroySpentKeys } from './destroy.ts';
import { UrnError } from './error.ts';
import { openSealed, turnBatch, type Pack } from './flush.ts';
import { Intake, type Incoming, type Receipt } from './intake.ts';
import { eraseUrn, sealIfEmpty } from './erase.ts';
import { keyFolder, tagKeyName } from './keyfolder.ts';
import { mendUrn } from './mend.ts';
import {
  allBatches,
  createPartitions,
  dropStaged,
  findUnopened,
  insertBatch,
  lockUrn,
  rewriteSubmissions,
  surveysWithBatches,
  waiting,
} from './queries.ts';

export { UrnError } from './error.ts';
export type { Incoming, Receipt } from './intake.ts';
export type { Pack } from './flush.ts';
export { maxSheetBytes } from './envelope.ts';

/** When a flush may happen (anonymity.md §4); `eligible` is null where nobody knows how many may answer. */
export interface MixingRule {
  eligible: number | null;
  threshold: number;
}

const smallestMixed = 100;
const fewestWaiting = 20;

/** Where submissions lie sealed until enough of them can be mixed. It knows answers and no people. */
export interface Urn {
  /** Makes partitions, keys and the first batch. Safe to repeat. */
  prepare(survey: string): Promise<void>;
  accept(survey: string, incoming: Incoming): Promise<Receipt>;
  /** Surveys whose urn is not closed. */
  surveys(): Promise<string[]>;
  /** Whether every key is there that taking and opening answers needs. */
  hasKeys(survey: string): Promise<boolean>;
  /**
   * Gives up answers whose key is gone and lets the survey go on; says whether it had to.
   * @throws UrnError keys-away
   */
  mend(survey: string): Promise<boolean>;
  /** How many answers have been given up. Changes by `mend` alone, and never in step with who answers. */
  unopened(survey: string): Promise<number>;
  /** Opens a batch if the mixing rule allows; says whether it did. */
  flush(survey: string, rule: MixingRule, pack: Pack): Promise<boolean>;
  /** The last flush and the rewrite. Safe to repeat. */
  close(survey: string, pack: Pack): Promise<void>;
  /** Takes nothing more if nothing has been taken yet; otherwise changes nothing. Says which of the two. */
  sealIfEmpty(survey: string): Promise<boolean>;
  /** Everything that lies there goes, opened or sealed, with its keys. Safe to repeat. */
  erase(survey: string): Promise<void>;
  /**
   * Destroys the keys of everything that has been opened; of a closed urn, every key. Safe to repeat.
   * @throws UrnError while what was opened is not yet on the disk of every standby
   */
  destroyKeys(survey: string): Promise<void>;
}

export function flushesBeforeClose(rule: MixingRule): boolean {
  return rule.eligible === null || rule.eligible >= smallestMixed;
}

export function openUrn(db: UrnDb, keysRoot: string): Urn {
  const keys = keyFolder(keysRoot);
  const intakes = new Map<string, Intake>();
  const intake = (survey: string): Intake => {
    const known = intakes.get(survey) ?? new Intake(db, keys, survey);
    intakes.set(survey, known);
    return known;
  };
  return {
    prepare: (survey) => prepareUrn(db, keys, survey),
    accept: (survey, incoming) => intake(survey).accept(incoming),
    surveys: () => surveysWithBatches(db),
    hasKeys: (survey) => hasKeys(db, keys, survey),
    mend: (survey) => mendUrn(db, keys, survey).finally(() => intakes.get(survey)?.lookAgain()),
    unopened: (survey) => findUnopened(db, survey),
    flush: (survey, rule, pack) => flushUrn(db, keys, survey, rule, pack),
    async close(survey, pack) {
      await closeUrn(db, keys, survey, pack);
      intakes.delete(survey);
    },
    sealIfEmpty: (survey) => sealIfEmpty(db, survey),
    async erase(survey) {
      await eraseUrn(db, keys, survey);
      intakes.delete(survey);
    },
    destroyKeys: (survey) => destroySpentKeys(db, keys, survey),
  };
}

type Keys = ReturnType<typeof keyFolder>;

async function prepareUrn(db: UrnDb, keys: Keys, survey: string): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await lockUrn(trx, survey);
    if ((await allBatches(trx, survey)).length > 0) return demandKeys(trx, keys, survey);
    await createPartitions(trx, survey);
    // Left by an attempt that was rolled back: no envelope was ever sealed with these.
    await keys.destroyAll(survey);
    await keys.create(survey);
    await keys.write(survey, tagKeyName, randomBytes(32));
    const first = await prepareBatch(keys, survey);
    await insertBatch(trx, survey, first.id, first.publicKey);
  });
}

async function demandKeys(db: UrnDb, keys: Keys, survey: string): Promise<void> {
  if (!(await hasKeys(db, keys, survey))) throw new UrnError('keys-away');
}

async function flushUrn(db: UrnDb, keys: Keys, survey: string, rule: MixingRule, pack: Pack): Promise<boolean> {
  if (!flushesBeforeClose(rule)) return false;
  if ((await waiting(db, survey)) < fewestWaiting) return false;
  await turnBatch(db, keys, survey, true);
  await openSealed(db, keys, survey, pack, rule.threshold);
  return true;
}

async function closeUrn(db: UrnDb, keys: Keys, survey: string, pack: Pack): Promise<void> {
  await turnBatch(db, keys, survey, false);
  await openSealed(db, keys, survey, pack, 0);
  await db.transaction().execute(async (trx) => {
    await lockUrn(trx, survey);
    await rewriteSubmissions(trx, survey);
    await dropStaged(trx, survey);
  });
}
