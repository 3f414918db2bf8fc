import { randomBytes } from 'node:crypto';
import { canonicalJson } from '@danban/bytes';
import type { UrnDb } from '@danban/db/vaults/urn';
import type { Incoming, Receipt, Unsealable } from '../vaults/urn.ts';
import { keyOpener, sealingKeyFor, type SealingKey } from './batches.ts';
import { seal, tagOf, unseal, type Sheet } from './envelope.ts';
import { KeysAway, type KeyFolder } from '../keys/folder.ts';
import { tagKeyName } from './tagkey.ts';
import { insertStaged, openBatch, stagedByTag } from './queries.ts';

interface Waiting extends Incoming {
  tag: Buffer;
  done: (receipt: Receipt) => void;
  failed: (error: unknown) => void;
}

const largestGroup = 512;
/** While one group is on its way to the disk the next is sealed; a third would only make the groups small. */
const mostUnderWay = 2;
/** Fewer wait for the first to return: many small commits would cost all of them more than the wait. */
const worthASecond = 16;

/** Two commits that share tags take them in one order, so neither waits for the other; and no row tells who came first. */
const byTag = (a: Waiting, b: Waiting): number => Buffer.compare(a.tag, b.tag);

/**
 * Adaptive group commit for one survey: while a commit is on its way what arrives waits together, and leaves when that
 * one has returned or there is enough for a second beside it. Nobody is acknowledged before the commit that holds his
 * envelope has returned.
 */
export class Intake {
  readonly #db: UrnDb;
  readonly #keys: KeyFolder;
  readonly #survey: string;
  #tagKey: Promise<Buffer> | undefined;
  #sealing: Promise<SealingKey | Unsealable> | undefined;
  #queue: Waiting[] = [];
  #underWay = 0;
  #gathering = false;

  constructor(db: UrnDb, keys: KeyFolder, survey: string) {
    this.#db = db;
    this.#keys = keys;
    this.#survey = survey;
  }

  async accept(incoming: Incoming): Promise<Receipt> {
    const tagKey = await this.#readTagKey();
    if (!tagKey) return (await openBatch(this.#db, this.#survey)) ? 'intake-interrupted' : 'survey-closed';
    const tag = tagOf(tagKey, incoming.nullifier ?? randomBytes(32));
    return new Promise((done, failed) => {
      this.#queue.push({ ...incoming, tag, done, failed });
      this.#gather();
    });
  }

  /** Whether something has been taken under it, or it was voided. */
  async isSpent(nullifier: string | Buffer): Promise<boolean> {
    const tagKey = await this.#readTagKey();
    return tagKey !== undefined && (await stagedByTag(this.#db, this.#survey, tagOf(tagKey, nullifier))) !== undefined;
  }

  /** Keys are looked for again before the next answer is taken. */
  lookAgain(): void {
    this.#tagKey = undefined;
    this.#sealing = undefined;
  }

  /** Kept after the first read. It is not there after the close, and where the key folder is away. */
  async #readTagKey(): Promise<Buffer | undefined> {
    this.#tagKey ??= this.#keys.read(this.#survey, tagKeyName);
    try {
      return await this.#tagKey;
    } catch (error) {
      this.#tagKey = undefined;
      if (error instanceof KeysAway) return undefined;
      throw error;
    }
  }

  /** What arrives in one turn of the loop leaves together. */
  #gather(): void {
    if (this.#gathering) return;
    this.#gathering = true;
    setImmediate(() => {
      this.#gathering = false;
      this.#send();
    });
  }

  #send(): void {
    if (this.#underWay >= mostUnderWay) return;
    if (this.#queue.length < (this.#underWay === 0 ? 1 : worthASecond)) return;
    const group = this.#queue.splice(0, largestGroup).sort(byTag);
    this.#underWay += 1;
    void this.#commit(group)
      .catch((error: unknown) => group.forEach((one) => one.failed(error)))
      .finally(() => {
        this.#underWay -= 1;
        this.#gather();
      });
  }

  async #commit(group: Waiting[]): Promise<void> {
    for (let attempt = 0; attempt < 3; attempt++) {
      const sealing = await this.#sealingKey();
      if (typeof sealing === 'string') return group.forEach((one) => one.done(sealing));
      const accepted = await this.#insert(group, sealing);
      if (accepted) return this.#acknowledge(group, accepted);
      this.#sealing = undefined;
    }
    group.forEach((one) => one.done('survey-closed'));
  }

  async #sealingKey(): Promise<SealingKey | Unsealable> {
    this.#sealing ??= sealingKeyFor(this.#db, this.#keys, this.#survey);
    const sealing = await this.#sealing.catch((error: unknown) => {
      this.#sealing = undefined;
      throw error;
    });
    if (typeof sealing === 'string') this.#sealing = undefined;
    return sealing;
  }

  async #insert(group: Waiting[], sealing: SealingKey): Promise<Buffer[] | undefined> {
    const envelopes = group.map((one) => {
      const { unit, answers, salt = randomBytes(32).toString('base64url') } = one;
      return seal(sealing.key, one.tag, { unit, salt, answers });
    });
    const to = { survey: this.#survey, batch: sealing.batch, key: sealing.id };
    const result = await insertStaged(
      this.#db,
      to,
      group.map((one) => one.tag),
      envelopes,
    );
    return result.open ? result.tags : undefined;
  }

  #acknowledge(group: Waiting[], added: Buffer[]): void {
    const fresh = new Set(added.map((tag) => tag.toString('latin1')));
    for (const one of group) {
      if (fresh.delete(one.tag.toString('latin1'))) one.done('accepted');
      else this.#repeated(one).then(one.done, one.failed);
    }
  }

  /** The same answers again get the same word; other answers under the same nullifier are refused. */
  async #repeated(one: Waiting): Promise<Receipt> {
    const row = await stagedByTag(this.#db, this.#survey, one.tag);
    if (!row?.sealed) return 'already-counted';
    try {
      const key = await keyOpener(this.#db, this.#keys, this.#survey)(row.key_id, row.batch_id);
      return sameSheet(unseal(key, one.tag, row.sealed), one) ? 'accepted' : 'different-answer';
    } catch (error) {
      // A flush may open the envelope and destroy its key between our two reads.
      const now = await stagedByTag(this.#db, this.#survey, one.tag);
      if (!now?.sealed) return 'already-counted';
      if (error instanceof KeysAway) return 'intake-interrupted';
      throw error;
    }
  }
}

function sameSheet(sheet: Sheet, one: Incoming): boolean {
  return sheet.unit === one.unit && canonicalJson(sheet.answers) === canonicalJson(one.answers);
}
