import type { Issuer } from '@danban/credential/issuer';
import { Beside } from '../vaults/beside.ts';
import { Groups, type Waiting } from '../vaults/groups.ts';

interface Wish {
  issuer: Issuer;
  blinded: Uint8Array;
}

/** Messages to be signed by one issuer. */
export interface Wishes {
  issuer: Issuer;
  blinded: Uint8Array[];
}

const thread = new Beside<Wishes, Uint8Array[]>(new URL('./signing.thread.ts', import.meta.url));

/** A signature takes a millisecond: few at a time, so that nobody waits for many. */
const groups = new Groups<Wish, Uint8Array>(signAll, { largest: 4, worthASecond: 1 });

/** Signs what was looked at before. The private key goes to the thread with each question and stays with the main one. */
export const signBeside = (issuer: Issuer, blinded: Uint8Array): Promise<Uint8Array> => groups.add({ issuer, blinded });

async function signAll(group: Waiting<Wish, Uint8Array>[]): Promise<void> {
  await Promise.all(
    Array.from(
      Map.groupBy(group, ({ issuer }) => issuer),
      ([issuer, some]) => signUnder(issuer, some),
    ),
  );
}

async function signUnder(issuer: Issuer, some: Waiting<Wish, Uint8Array>[]): Promise<void> {
  const signatures = await thread.ask({ issuer, blinded: some.map(({ blinded }) => blinded) });
  for (const [at, { done }] of some.entries()) done(signatures[at]!);
}
