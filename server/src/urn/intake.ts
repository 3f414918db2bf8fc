import { randomBytes } from 'node:crypto';
import { compareBytes } from '@danban/bytes';
import type { UrnDb } from '@danban/db/vaults/urn';
import type { Incoming, Receipt, Unsealable } from '../vaults/urn.ts';
import { openKey, sealingKeyFor, type SealingKey } from './batches.ts';
import { readContent, textOf, writeContent, type Packed, type Sheet } from './content.ts';
import { seal, tagOf, unseal } from './envelope.ts';
import { KeysAway, type KeyFolder } from '../keys/folder.ts';
import { tagKeyName } from './tagkey.ts';
import { insertStaged, openBatch, stagedByTag } from './queries.ts';
import { Groups, type Waiting } from '../vaults/groups.ts';

/** A sheet as it is sealed, and the tag it lies under. */
type Tagged = Packed & { tag: Buffer; least: number; isSalted: boolean };
type Sent = Waiting<Tagged, Receipt>;

const none = new Uint8Array(0);

/** Two commits that share tags take them in one order, so neither waits for the other; and no row tells who came first. */
const byTag = (a: Sent, b: Sent): number => Buffer.compare(a.tag, b.tag);

/** Takes the answers of one survey. Nobody is acknowledged before the commit that holds his envelope has returned. */
export class Intake {
  readonly #db: UrnDb;
  readonly #keys: KeyFolder;
  readonly #survey: string;
  #tagKey: Promise<Buffer> | undefined;
  #sealing: Promise<SealingKey | Unsealable> | undefined;
  readonly #groups = new Groups<Tagged, Receipt>((group) => this.#commit(group.sort(byTag)));

  constructor(db: UrnDb, keys: KeyFolder, survey: string) {
    this.#db = db;
    this.#keys = keys;
    this.#survey = survey;
  }

  async accept(incoming: Incoming): Promise<Receipt> {
    const tagKey = await this.#readTagKey();
    if (!tagKey) return (await openBatch(this.#db, this.#survey)) ? 'intake-interrupted' : 'survey-closed';
    const tag = tagOf(tagKey, incoming.nullifier ?? randomBytes(32));
    const { unit, packed, answers, least = 0, salt, credential = none } = incoming;
    const key = salt ?? randomBytes(32).toString('base64url');
    const text = textOf(answers);
    return this.#groups.add({ tag, unit, salt: key, isSalted: salt !== undefined, packed, least, text, credential });
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

  async #commit(group: Sent[]): Promise<void> {
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

  async #insert(group: Sent[], sealing: SealingKey): Promise<Buffer[] | undefined> {
    const envelopes = group.map((one) => seal(sealing.key, one.tag, writeContent(one), one.least));
    const to = { survey: this.#survey, batch: sealing.batch, key: sealing.id };
    const result = await insertStaged(
      this.#db,
      to,
      group.map((one) => one.tag),
      envelopes,
    );
    return result.open ? result.tags : undefined;
  }

  #acknowledge(group: Sent[], added: Buffer[]): void {
    const fresh = new Set(added.map((tag) => tag.toString('latin1')));
    for (const one of group) {
      if (fresh.delete(one.tag.toString('latin1'))) one.done('accepted');
      else this.#repeated(one).then(one.done, one.failed);
    }
  }

  /** The same answers again get the same word; other answers under the same nullifier are refused. */
  async #repeated(one: Sent): Promise<Receipt> {
    const row = await stagedByTag(this.#db, this.#survey, one.tag);
    if (!row?.sealed) return 'already-counted';
    try {
      const key = await openKey(this.#db, this.#keys, this.#survey, row.key_id, row.batch_id);
      return sameSheet(readContent(unseal(key, one.tag, row.sealed)), one) ? 'accepted' : 'different-answer';
    } catch (error) {
      // A flush may open the envelope and destroy its key between our two reads.
      const now = await stagedByTag(this.#db, this.#survey, one.tag);
      if (!now?.sealed) return 'already-counted';
      if (error instanceof KeysAway) return 'intake-interrupted';
      throw error;
    }
  }
}

/** A device that salts its leaf is told "accepted" of that leaf alone. */
function sameSheet(one: Sheet, other: Tagged): boolean {
  const isSameLeaf = !other.isSalted || one.salt === other.salt;
  return isSameLeaf && one.unit === other.unit && compareBytes(one.text, other.text) === 0;
}
