import { fromBase64Url, toBase64Url, utf8 } from '@danban/bytes';
import type { PromiseView } from '@danban/contract';
import { countedDigest, leafOf, promiseMessage, sheetText, type Sheet } from '@danban/verify';
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
  const { unit, salt } = sheet;
  const counted = countedDigest(sha256, { key: fromBase64Url(salt), unit, packed });
  const leaf = leafOf(sha256, sha256(utf8(sheetText(sheet))), counted);
  const { closesAt } = opening.record;
  const signature = await logKey.sign(promiseMessage({ survey, leaf, closesAt }));
  return { leaf: toBase64Url(leaf), unit, counted: toBase64Url(counted), closesAt, signature: toBase64Url(signature) };
}
