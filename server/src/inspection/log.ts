import type { InspectionView } from '@danban/contract';
import { toHex } from '@danban/bytes';
import { parseCheckpoint, parseNote } from '@danban/merkle';
import type { House } from '../house.ts';
import { shownLog } from '../transparency/files.ts';
import { findLinesOf } from '../transparency/queries.ts';
import { signedOn } from '../transparency/status.ts';

type Log = InspectionView['log'];

/** What the public log says of a survey, as everybody is shown it, and who has cosigned it. */
export async function logOf(house: House, survey: string): Promise<Log> {
  const shown = await shownLog(house);
  const note = shown ? parseNote(shown.note) : null;
  const checkpoint = note && parseCheckpoint(note.text);
  return {
    lines: await findLinesOf(house.db, survey, shown?.size ?? 0),
    checkpoint: checkpoint && { size: checkpoint.size, root: toHex(checkpoint.root) },
    witnesses: await Promise.all(
      house.witnesses.map(async ({ signer }) => ({ name: signer.name, signedOn: await signedOn(note, signer) })),
    ),
  };
}
