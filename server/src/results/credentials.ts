import { utf8 } from '@danban/bytes';
import { countedDigest, leafOf, type KeptLeaf, writeCredentials } from '@danban/verify';
import { sha256 } from '../sha256.ts';
import type { Release } from './release.ts';
import type { PresentedSheet } from './submissions.queries.ts';

/**
 * A credential tells the unit of its sheet, for it holds under one key alone. So it is shown where the release tells the
 * number of that unit's sheets exactly, and all of them with it: whoever counts them learns the number that is published.
 * Everything else stays closed. Null where nothing is kept.
 */
export function credentialsOf({ groups }: Release, sheets: readonly PresentedSheet[]): Uint8Array | null {
  if (sheets.every(({ credential }) => credential === null)) return null;
  const kept = Map.groupBy(sheets, ({ unit }) => unit);
  const shown = new Set<number>();
  for (const group of groups) {
    if (group.kind !== 'unit') continue;
    const { position, children, participation } = group.said;
    const own = kept.get(position) ?? [];
    const isWhole = own.every(({ credential }) => credential !== null);
    // Of a unit with others below it the number is that of all of them together.
    const isTold = participation.kind === 'exact' && children === 0 && participation.respondents === own.length;
    if (isTold && isWhole) shown.add(position);
  }
  return writeCredentials(sheets.map((sheet) => (shown.has(sheet.unit) ? keptLeaf(sheet) : null)));
}

/** What its leaf is the hash of; the same leaf, or nothing is shown at all. */
function keptLeaf({ leaf, unit, packed, body, key, credential }: PresentedSheet): KeptLeaf {
  const sheet = sha256(utf8(body));
  const counted = countedDigest(sha256, { key, unit, packed });
  if (!leaf.equals(leafOf(sha256, sheet, counted))) throw new Error('results: a sheet is not what its leaf says');
  return { sheet, counted, credential: credential! };
}
