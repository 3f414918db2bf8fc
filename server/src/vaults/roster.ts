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
  /** The latest letter that went to everybody was refused for her address. */
  refused: boolean;
}

/** Some of a list in its order; without a word everybody. */
export interface ListedWish {
  /** Without marks and case: each stands in the name, in the address or in the number. */
  words?: readonly string[];
  /** Only whose address was refused. */
  refused?: boolean;
  from?: number;
  most?: number;
}

export interface ListCounts {
  people: number;
  withEmail: number;
  withPhone: number;
  refused: number;
}

/** Some of the invitations that still count, in the order of the list: of one unit or of all. */
export interface InvitedWish {
  unit?: string | undefined;
  from?: number;
  most?: number;
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

/** Whether the letter left, or nobody takes mail for that address. */
export type Posted = 'sent' | 'refused';

/** Takes letters, a few at the same time. Only what sends them holds it. */
export interface Mailbag {
  send(invitation: Invitation, place: number): Promise<Posted>;
  /** So many places are done, whoever was written to. */
  passed(places: number): Promise<void>;
}

/** Who may answer, and the exchange of an invitation for a credential. It knows people and no answers. */
export interface Roster {
  /** How many stand on the list, by unit. */
  sizes(survey: string): Promise<Map<string, number>>;
  counts(survey: string): Promise<ListCounts>;
  people(survey: string, wish?: ListedWish): Promise<Listed[]>;
  /**
   * The list becomes this one, in the order in which its people come, some at a time; before the survey opens only, which
   * the caller sees to.
   */
  replace(survey: string, people: Iterable<readonly Person[]>): Promise<void>;
  /**
   * The list becomes that of another survey, in its order: who is invited, and nothing of what became of the invitation.
   * Who was struck off there is not on it. Before the survey opens only, which the caller sees to; says how many there are.
   */
  copy(from: string, survey: string): Promise<number>;
  /**
   * Makes some of the keys that so many strata need and that are not there yet: a second's work. Says how many are there;
   * nothing is promised under them before they are frozen.
   */
  prepare(survey: string, strata: number): Promise<number>;
  /** How many keys of strata are there. */
  prepared(survey: string): Promise<number>;
  /**
   * Makes invitations and commitments anew, under the keys that were prepared; `places` says for each unit of the list in which unit's stratum its
   * people are counted, in the order of the strata. Before the survey opens only, which the caller sees to.
   * @throws KeysAway
   */
  freeze(survey: string, places: ReadonlyMap<string, string>): Promise<Stratum[]>;
  /** Whether every key is there that invitations need. */
  hasKeys(survey: string): Promise<boolean>;
  /** Signs what it cannot see, once for each invitation. @throws KeysAway */
  collect(survey: string, wish: CollectWish): Promise<Collected>;
  /** Invitations that still count, whoever has come already. @throws KeysAway */
  invitations(survey: string, wish?: InvitedWish): Promise<Invitation[]>;
  /** All of them, some at a time. @throws KeysAway */
  everyInvitation(survey: string): AsyncIterable<Invitation[]>;
  /** How many of them there are, of one unit or of all. */
  invited(survey: string, unit?: string): Promise<number>;
  /**
   * An invitation in place of one that was lost or went astray: a new one, or the one there was when its credential has
   * been collected, and nothing tells which. Undefined: no such person. @throws KeysAway
   */
  reissue(survey: string, person: string): Promise<Invitation | undefined>;
  /**
   * Goes through places of a mailing in an order that only the key of the invitations knows. Who is written to is told to
   * `bag` alone. Whose address was refused is noted on the list where the letter goes to everybody, and never otherwise:
   * of who is reminded it would tell that she had not come. @throws KeysAway
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
