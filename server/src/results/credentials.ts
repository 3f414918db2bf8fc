import type { SubmissionDb } from '@danban/db/vaults/submissions';
import { countedDigest, leafOf, type KeptLeaf, writeByLeaf, writeBySheet } from '@danban/verify';
import { sha256 } from '../sha256.ts';
import type { Release } from './release.ts';
import { countByUnit, isEachPresented, presentedSheets, type PresentedSheet } from './submissions.queries.ts';

/**
 * A credential tells the unit of its sheet, for it holds under one key alone. So it is shown where the release tells the
 * number of that unit's sheets exactly, and all of them with it: whoever counts them learns the number that is published.
 * Everything else stays closed. Where the urn was opened more than once, leaves lie batch by batch: beside its leaf a credential
 * would tell in which batch its unit came, so there they are shown apart from the tree.
 *
 * Null where they are not kept, or not of every sheet: which unit is whole would tell who came before they were.
 */
export async function credentialsOf(
  db: SubmissionDb,
  release: Release,
  { survey, flushes }: { survey: string; flushes: number },
): Promise<Uint8Array | null> {
  if (!(await isEachPresented(db, survey))) return null;
  const leaves: (KeptLeaf | null)[] = [];
  for await (const sheets of presentedSheets(db, survey, await toldUnits(db, release, survey))) {
    for (const sheet of sheets) leaves.push(sheet.credential && keptLeaf({ ...sheet, credential: sheet.credential }));
  }
  return flushes > 1 ? writeBySheet(leaves.filter((leaf) => leaf !== null)) : writeByLeaf(leaves);
}

/** Units whose own number of sheets the release tells. */
async function toldUnits(db: SubmissionDb, { groups }: Release, survey: string): Promise<number[]> {
  const kept = new Map((await countByUnit(db, survey)).map(({ unit, n }) => [unit, n]));
  return groups.flatMap((group) => {
    if (group.kind !== 'unit') return [];
    const { position, children, participation } = group.said;
    // Of a unit with others below it the number is that of all of them together.
    const isTold = participation.kind === 'exact' && children === 0;
    return isTold && participation.respondents === kept.get(position) ? [position] : [];
  });
}

/** What its leaf is the hash of; the same leaf, or nothing is shown at all. */
function keptLeaf({ leaf, unit, packed, sheet, salt, credential }: PresentedSheet & { credential: Buffer }): KeptLeaf {
  const counted = countedDigest(sha256, { key: Buffer.from(salt, 'base64url'), unit, packed });
  if (!leaf.equals(leafOf(sha256, sheet, counted))) throw new Error('results: a sheet is not what its leaf says');
  return { sheet, counted, credential };
}
