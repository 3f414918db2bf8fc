import type { InspectionView } from '@danban/contract';
import { toHex } from '@danban/bytes';
import { parseCheckpoint, parseNote, signedBy, type Note } from '@danban/merkle';
import type { House } from '../house.ts';
import { dayOf } from '../organisations/index.ts';
import { sha256 } from '../sha256.ts';
import { ed25519 } from '../transparency/ed25519.ts';
import { shownLog } from '../transparency/files.ts';
import { findLinesOf } from '../transparency/queries.ts';
import type { WitnessSettings } from '../transparency/settings.ts';

type Log = InspectionView['log'];

/** On which day a witness says it saw this very checkpoint. */
async function witnessOf(note: Note | null, { signer }: WitnessSettings): Promise<Log['witnesses'][number]> {
  const time = note && (await signedBy(sha256, ed25519, note, signer));
  return { name: signer.name, signedOn: time === null ? null : dayOf(new Date(time * 1000)) };
}

/** What the public log says of a survey, as everybody is shown it, and who has cosigned it. */
export async function logOf(house: House, survey: string): Promise<Log> {
  const shown = await shownLog(house);
  const note = shown ? parseNote(shown.note) : null;
  const checkpoint = note && parseCheckpoint(note.text);
  return {
    lines: await findLinesOf(house.db, survey, shown?.size ?? 0),
    checkpoint: checkpoint && { size: checkpoint.size, root: toHex(checkpoint.root) },
    witnesses: await Promise.all(house.witnesses.map((witness) => witnessOf(note, witness))),
  };
}
