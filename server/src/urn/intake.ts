import { randomBytes } from 'node:crypto';
import { compareBytes } from '@danban/bytes';
import type { UrnDb } from '@danban/db/vaults/urn';
import type { Incoming, Receipt, Unsealable } from '../vaults/urn.ts';
import { batchTagsOf, openKey, sealingKeyFor, type BatchTags, type Sealing } from './batches.ts';
import { readContent, textOf, writeContent, type Packed, type Sheet } from './content.ts';
import { seal, tagOf, unseal } from './envelope.ts';
import { KeysAway, type KeyFolder } from '../keys/folder.ts';
import { nullifierIn, tagKeyName } from './tags.ts';
import { insertStaged, liveBatches, openBatch, stagedUnder, type StagedRow } from './queries.ts';
import { Groups, type Waiting } from '../vaults/groups.ts';

/** A sheet as it is sealed, and the survey's tag of it; `nullifier`: behind a list, what its other tags are made of. */
type Tagged = Packed & { tag: Buffer; least: number; isSalted: boolean; nullifier: Uint8Array | null };
type Sent = Waiting<Tagged, Receipt>;
/** The tag it is to lie under, and all others it may lie under already. */
type Placed = { one: Sent; tag: Buffer; others: Buffer[] };

const none = new Uint8Array(0);

/** Two commits that share tags take them in one order, so neither waits for the other; and no row tells who came first. */
const byTag = (a: Placed, b: Placed): number => Buffer.compare(a.tag, b.tag);

/** Behind a list a sheet lies under the tag of its batch until that is opened, on every other door under the survey's. */
function placed(one: Sent, tags: BatchTags): Placed {
  const { nullifier } = one;
  if (nullifier === null) return { one, tag: one.tag, others: [] };
  const [tag, ...others] = tagsUnder(tags, nullifier);
  return { one, tag: tag!, others: [one.tag, ...others] };
}

function tagsUnder({ open, sealed }: BatchTags, nullifier: Uint8Array): Buffer[] {
  return [...open, ...sealed].map((key) => tagOf(key, nullifier));
}

/** Takes the answers of one survey. Nobody is acknowledged before the commit that holds his envelope has returned. */
export class Intake {
  readonly #db: UrnDb;
  readonly #keys: KeyFolder;
  readonly #survey: string;
  #tagKey: Promise<Buffer> | undefined;
  #sealing: Promise<Sealing | Unsealable> | undefined;
  readonly #groups = new Groups<Tagged, Receipt>((group) => this.#commit(group));

  constructor(db: UrnDb, keys: KeyFolder, survey: string) {
    this.#db = db;
    this.#keys = keys;
    this.#survey = survey;
  }

  async accept(incoming: Incoming): Promise<Receipt> {
    const tagKey = await this.#readTagKey();
    if (!tagKey) return (await openBatch(this.#db, this.#survey)) ? 'intake-interrupted' : 'survey-closed';
    const { unit, packed, answers, least = 0, salt, credential = none } = incoming;
    const nullifier = credential.length > 0 ? nullifierIn(credential) : null;
    const tag = tagOf(tagKey, nullifier ?? incoming.nullifier ?? randomBytes(32));
    const key = salt ?? randomBytes(32).toString('base64url');
    const text = textOf(answers);
    const isSalted = salt !== undefined;
    return this.#groups.add({ tag, nullifier, unit, salt: key, isSalted, packed, least, text, credential });
  }

  /** Whether something has been taken under a slip, or it was voided: of those the survey's tag is the only one. */
  async isSpent(slip: Buffer): Promise<boolean> {
    const tagKey = await this.#readTagKey();
    return tagKey !== undefined && (await stagedUnder(this.#db, this.#survey, [tagOf(tagKey, slip)])) !== undefined;
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
      const all = group.map((one) => placed(one, sealing.tags)).sort(byTag);
      const accepted = await this.#insert(all, sealing);
      if (accepted) return this.#acknowledge(all, accepted);
      this.#sealing = undefined;
    }
    group.forEach((one) => one.done('survey-closed'));
  }

  async #sealingKey(): Promise<Sealing | Unsealable> {
    this.#sealing ??= sealingKeyFor(this.#db, this.#keys, this.#survey);
    const sealing = await this.#sealing.catch((error: unknown) => {
      this.#sealing = undefined;
      throw error;
    });
    if (typeof sealing === 'string') this.#sealing = undefined;
    return sealing;
  }

  async #insert(all: Placed[], { id, batch, key }: Sealing): Promise<Buffer[] | undefined> {
    const envelopes = all.map(({ one, tag, others }) => {
      return { tag, others, sealed: seal(key, tag, writeContent(one), one.least) };
    });
    const result = await insertStaged(this.#db, { survey: this.#survey, batch, key: id }, envelopes);
    return result.open ? result.tags : undefined;
  }

  #acknowledge(all: Placed[], added: Buffer[]): void {
    const fresh = new Set(added.map((tag) => tag.toString('latin1')));
    for (const each of all) {
      const { one } = each;
      if (fresh.delete(each.tag.toString('latin1'))) one.done('accepted');
      else this.#repeated(each).then(one.done, one.failed);
    }
  }

  /** The same answers again get the same word; other answers under the same nullifier are refused. */
  async #repeated({ one, tag, others }: Placed): Promise<Receipt> {
    let tags: Buffer[] | undefined = [tag, ...others];
    for (let attempt = 0; attempt < 3; attempt++) {
      const row = await stagedUnder(this.#db, this.#survey, tags);
      if (row && !row.sealed) return 'already-counted';
      const said = row && (await this.#compared(row, one));
      if (said) return said;
      // A flush has opened it meanwhile, or sealed it into the next batch.
      tags = await this.#tagsNow(one);
      if (!tags) return 'intake-interrupted';
    }
    return 'already-counted';
  }

  /** Undefined where the envelope is not there any more. */
  async #compared(row: StagedRow, one: Sent): Promise<Receipt | undefined> {
    try {
      const key = await openKey(this.#db, this.#keys, this.#survey, row.key_id, row.batch_id);
      return sameSheet(readContent(unseal(key, row.tag, row.sealed)), one) ? 'accepted' : 'different-answer';
    } catch (error) {
      // A flush may open the envelope and destroy its key between our two reads.
      const now = await stagedUnder(this.#db, this.#survey, [row.tag]);
      if (now?.batch_id !== row.batch_id) return undefined;
      if (error instanceof KeysAway) return 'intake-interrupted';
      throw error;
    }
  }

  async #tagsNow(one: Sent): Promise<Buffer[] | undefined> {
    if (one.nullifier === null) return [one.tag];
    const tags = await batchTagsOf(this.#keys, this.#survey, await liveBatches(this.#db, this.#survey));
    return tags && [one.tag, ...tagsUnder(tags, one.nullifier)];
  }
}

/** A device that salts its leaf is told "accepted" of that leaf alone. */
function sameSheet(one: Sheet, other: Tagged): boolean {
  const isSameLeaf = !other.isSalted || one.salt === other.salt;
  return isSameLeaf && one.unit === other.unit && compareBytes(one.text, other.text) === 0;
}
