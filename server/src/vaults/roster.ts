/** Somebody who may answer, as the organizer's list names them. */
export interface Person {
  unit: string;
  name: string;
  email: string | null;
  phone: string | null;
}

/** A person of the list with an id drawn by chance. */
export interface Listed extends Person {
  id: string;
  revoked: boolean;
}

/** People who share one issuer's key. `modulus` is the public key, `commitment` binds who is among them. */
export interface Stratum {
  unit: string;
  size: number;
  modulus: Buffer;
  commitment: Buffer;
}

/** What opens one credential, for whoever writes letters: it is never stored. */
export interface Invitation extends Person {
  id: string;
  code: string;
  stratum: number;
}

export interface CollectWish {
  /** 16 bytes out of the personal link. */
  invitation: Uint8Array;
  stratum: number;
  /** As long as the modulus. */
  blinded: Uint8Array;
}

export type CollectRefusal =
  'invitation-unknown' | 'invitation-revoked' | 'credential-collected' | 'credential-refused' | 'survey-closed';

export type Collected = { ok: true; signature: Uint8Array } | { ok: false; refusal: CollectRefusal };

/** Some places of one mailing. */
export interface DeliveryWish {
  /** The number of the mailing: each deals its places anew. */
  mailing: number;
  from: number;
  most: number;
  /** Only to who has not come for a credential; else to everybody. */
  waitingOnly: boolean;
}

/** Takes letters one by one. Only what sends them holds it. */
export interface Mailbag {
  send(invitation: Invitation, place: number): Promise<void>;
  /** So many places are done, whoever was written to. */
  passed(places: number): Promise<void>;
}

/** Who may answer, and the exchange of an invitation for a credential. It knows people and no answers. */
export interface Roster {
  /** How many stand on the list, by unit. */
  sizes(survey: string): Promise<Map<string, number>>;
  people(survey: string): Promise<Listed[]>;
  /** The list becomes this one; before the survey opens only, which the caller sees to. */
  replace(survey: string, people: readonly Person[]): Promise<void>;
  /**
   * Makes keys, invitations and commitments anew; `places` says for each unit of the list in which unit's stratum its
   * people are counted, in the order of the strata. Before the survey opens only, which the caller sees to.
   */
  freeze(survey: string, places: ReadonlyMap<string, string>): Promise<Stratum[]>;
  /** Whether every key is there that invitations need. */
  hasKeys(survey: string): Promise<boolean>;
  /** Signs what it cannot see, once for each invitation. @throws KeysAway */
  collect(survey: string, wish: CollectWish): Promise<Collected>;
  /** Every invitation that still counts, whoever has come already. @throws KeysAway */
  invitations(survey: string): Promise<Invitation[]>;
  /**
   * An invitation in place of one that was lost or went astray: a new one, or the one there was when its credential has
   * been collected, and nothing tells which. Undefined: no such person. @throws KeysAway
   */
  reissue(survey: string, person: string): Promise<Invitation | undefined>;
  /**
   * Goes through places of a mailing in an order that only the key of the invitations knows. Who is written to is told to
   * `bag` alone, letter by letter. @throws KeysAway
   */
  deliver(survey: string, wish: DeliveryWish, bag: Mailbag): Promise<void>;
  /** Nobody can collect with it any more; what was collected before stays good. False: no such person. */
  revoke(survey: string, person: string): Promise<boolean>;
  /** Marks become counts, invitations and keys go, the list is written anew. Safe to repeat. */
  close(survey: string): Promise<void>;
  /** How many have collected, by stratum; null while that is not told. */
  collected(survey: string): Promise<number[] | null>;
  /** Everything goes. Safe to repeat. */
  erase(survey: string): Promise<void>;
}
