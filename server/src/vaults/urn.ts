import type { Answers } from '@danban/survey';

/** Why nothing can be sealed now: the urn is closed, or a key it needs is not there. */
export type Unsealable = 'survey-closed' | 'intake-interrupted';

export type Receipt = 'accepted' | 'different-answer' | 'already-counted' | Unsealable;

/** Answers, and what is counted of them: one byte per column. */
export interface Filled {
  answers: Answers;
  packed: Uint8Array;
  /** How large its envelope is at least, so that its size tells little of what was written. */
  least?: number;
  /** The key of the sheet, base64url: from the device where it can draw one, so that it finds its leaf again. */
  salt?: string;
}

export interface Incoming extends Filled {
  /**
   * What may be used once: a nonce from the device, the hash of a slip; nothing where an open page runs without scripts, and where
   * the credential says it.
   */
  nullifier: string | Uint8Array | null;
  unit: number;
  /** Behind a list, what let the sheet in (`credentialBytes`): sealed with it, and kept beside it. */
  credential?: Uint8Array;
}

/** What a slip's code stands for: 80 bits, which nobody finds by trying, so that no address has to be locked out. */
export type SlipCode = Uint8Array;

/** `already-counted`: the code has been used, whatever was sent with it and wherever it lies. */
export type SlipReceipt = Exclude<Receipt, 'different-answer'> | 'code-unknown' | 'code-voided';

/** A sheet under a code; `nonce`: what only its sender knows, who may send it again. */
export type FilledByCode = Filled & { nonce?: string };
export type Voiding = { unit: number } | 'slip-used' | 'code-unknown';

/** How many slips for which place in the frozen tree. */
export interface Wanted {
  unit: number;
  count: number;
}

/** Printed slips: a code lets one sheet in and names its unit. They lie with the answers, for they map to nobody. */
export interface Slips {
  /** Draws new codes, in the order of `wanted`. They exist in clear in what this returns and nowhere else. */
  make(survey: string, wanted: readonly Wanted[]): Promise<SlipCode[][]>;
  /** How many there are per unit: made and not voided, used or not. */
  count(survey: string): Promise<ReadonlyMap<number, number>>;
  /**
   * Takes a sheet under a code; its unit is the slip's. The same sheet again is accepted where it comes with the same salt or
   * nonce: codes are known to whoever prints or finds them, who must not learn what was answered by trying.
   */
  redeem(survey: string, code: SlipCode, filled: FilledByCode): Promise<SlipReceipt>;
  /** Where the sheet of a slip counts; undefined for a code that is unknown here. */
  unitOf(survey: string, code: SlipCode): Promise<number | undefined>;
  /**
   * Spends a code that has not been used, so that another slip may take its place.
   * @throws KeysAway
   */
  void(survey: string, code: SlipCode): Promise<Voiding>;
  /** All of them go. Only before anybody could have used one. */
  discard(survey: string): Promise<void>;
}

/** Counts answers that were sealed by a version which had not yet. */
export type Pack = (answers: Answers) => Uint8Array;

/** When a flush may happen (anonymity.md §4); `eligible` is null where nobody knows how many may answer. */
export interface MixingRule {
  eligible: number | null;
  threshold: number;
}

const smallestMixed = 100;

export function flushesBeforeClose(rule: MixingRule): boolean {
  return rule.eligible === null || rule.eligible >= smallestMixed;
}

/** The leaves a flush has opened, 32 bytes each, with how many the tree of the survey then has and the root over them, in hex. */
export interface LeafBatch {
  leaves: Buffer;
  size: number;
  root: string;
}

/** Where submissions lie sealed until enough of them can be mixed. It knows answers and no people. */
export interface Urn {
  /** Makes partitions, keys and the first batch. Safe to repeat. */
  prepare(survey: string): Promise<void>;
  accept(survey: string, incoming: Incoming): Promise<Receipt>;
  slips: Slips;
  /** Surveys whose urn is not closed. */
  surveys(): Promise<string[]>;
  /** Whether every key is there that taking and opening answers needs. */
  hasKeys(survey: string): Promise<boolean>;
  /**
   * Gives up answers whose key is gone and lets the survey go on; says whether it had to.
   * @throws KeysAway
   */
  mend(survey: string): Promise<boolean>;
  /** How many answers have been given up. Changes by `mend` alone, and never in step with who answers. */
  unopened(survey: string): Promise<number>;
  /** Opens a batch if the mixing rule allows; says whether it did. */
  flush(survey: string, rule: MixingRule, pack: Pack): Promise<boolean>;
  /** The batches that were opened after the first so many, in their order. */
  leaves(survey: string, after: number): Promise<LeafBatch[]>;
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
