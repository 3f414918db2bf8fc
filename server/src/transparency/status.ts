import type { Person } from '@danban/access';
import type { LogWitnessesView } from '@danban/contract';
import { type Note, parseNote, type Signer, signedBy } from '@danban/merkle';
import type { House } from '../house.ts';
import { ProblemError } from '../http/problem.ts';
import { dayOf } from '../organisations/index.ts';
import { sha256 } from '../sha256.ts';
import { ed25519 } from './ed25519.ts';
import { shownLog } from './files.ts';
import { findKey, findLastOf, findWaitingFor, patience } from './queries.ts';
import type { WitnessSettings } from './settings.ts';

type View = LogWitnessesView['witnesses'][number];

/** For every administrator to read: who else vouches for the log, and who has fallen silent. */
export async function logWitnesses(house: House, person: Person): Promise<LogWitnessesView> {
  if (!person.grants.some(({ role }) => role === 'admin')) throw new ProblemError('not-allowed');
  return {
    key: (await findKey(house.db)) ?? null,
    lines: (await shownLog(house))?.size ?? 0,
    witnesses: await Promise.all(house.witnesses.map((witness) => viewOf(house, witness))),
  };
}

/** On which day a witness says it signed this very checkpoint; null where it did not. */
export async function signedOn(note: Note | null, signer: Signer): Promise<string | null> {
  const time = note && (await signedBy(sha256, ed25519, note, signer));
  return time === null ? null : dayOf(new Date(time * 1000));
}

async function viewOf({ db, clock }: House, { key, signer }: WitnessSettings): Promise<View> {
  const last = await findLastOf(db, key);
  const note = last && parseNote(last.note + last.line);
  const since = await findWaitingFor(db, key);
  const isSilent = since !== undefined && since.getTime() <= clock().getTime() - patience;
  return {
    name: signer.name,
    lastOn: await signedOn(note ?? null, signer),
    silentSince: isSilent ? dayOf(since) : null,
  };
}
