import type { KeyObject } from 'node:crypto';
import { Beside } from '../vaults/beside.ts';
import { Groups, type Waiting } from '../vaults/groups.ts';

/** A key as it was frozen at an opening. */
export interface FrozenKey {
  key: KeyObject;
  /** How many bytes its signatures have. */
  bytes: number;
  /** The hash of the opening, which is what pseudonyms sign under. */
  opening: string;
}

/** What has to hold before a sheet is taken under a credential. */
export interface Claim {
  under: FrozenKey;
  /** Prefix, pseudonym, its signature, the hash of what it signed, the signature of the key. */
  bytes: Uint8Array;
}

/** Claims under one key, one after the other. */
export type Claims = FrozenKey & { claims: Uint8Array };

const thread = new Beside<Claims, boolean[]>(new URL('./verifying.thread.ts', import.meta.url));

/** Few at a time, so that none waits long; a second group lies ready when the first has been looked at. */
const groups = new Groups<Claim, boolean>(verifyAll, { largest: 32, worthASecond: 1 });

/** Whether both signatures hold. Two verifications take longer than all the rest of an answer, so another thread makes them. */
export const holds = (claim: Claim): Promise<boolean> => groups.add(claim);

async function verifyAll(group: Waiting<Claim, boolean>[]): Promise<void> {
  await Promise.all(
    Array.from(
      Map.groupBy(group, ({ under }) => under),
      ([under, some]) => verifyUnder(under, some),
    ),
  );
}

async function verifyUnder(under: FrozenKey, some: Waiting<Claim, boolean>[]): Promise<void> {
  const verdicts = await thread.ask({ ...under, claims: Buffer.concat(some.map(({ bytes }) => bytes)) });
  for (const [at, { done }] of some.entries()) done(verdicts[at] === true);
}
