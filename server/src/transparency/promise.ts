import { toBase64Url } from '@danban/bytes';
import type { PromiseView } from '@danban/contract';
import { leafOfSheet, promiseMessage, type Sheet } from '@danban/verify';
import type { House } from '../house.ts';
import type { Entrance } from '../surveys/doors.ts';
import { sha256 } from '../sha256.ts';

/** The urn's word for a sheet whose key came from the device: signed, so that it can be shown when it was not kept. */
export async function promiseFor(
  { logKey }: Pick<House, 'logKey'>,
  { survey, opening }: Entrance,
  sheet: Sheet,
  packed: Uint8Array,
): Promise<PromiseView | undefined> {
  if (opening?.record.log === undefined) return undefined;
  const leaf = leafOfSheet(sha256, sheet, packed);
  const { closesAt } = opening.record;
  const signature = await logKey.sign(promiseMessage({ survey, leaf, closesAt }));
  return { leaf: toBase64Url(leaf), closesAt, signature: toBase64Url(signature) };
}
