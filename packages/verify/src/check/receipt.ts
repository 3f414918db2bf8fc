import { compareBytes } from '@danban/bytes';
import type { ReleaseHead } from '@danban/contract';
import type { Compiled } from '@danban/survey';
import type { Parents } from '../commitment.ts';
import { countedDigest, leafOf } from '../leaf.ts';
import { promiseMessage } from '../promise.ts';
import { packedOf, type Tables } from '../tables.ts';
import { type Check, holds, notYet, wrong } from './faults.ts';
import { findSheet, type Found } from './findSheet.ts';
import type { ReadLog } from './log.ts';
import type { CountedTable } from './release.ts';
import type { Primitives } from './source.ts';

/** What a respondent holds: the key of her sheet, and where she has more than the code, what she was promised. */
export interface Receipt {
  /** The key of the sheet, from the seed behind the code. */
  readonly key: Uint8Array;
  readonly promise?: Promised;
}

/** What the urn has promised of a sheet. */
export interface Promised {
  /** SHA-256 of the sheet's text, if it is known. */
  readonly sheet?: Uint8Array;
  readonly leaf: Uint8Array;
  readonly closesAt: string;
  readonly signature: Uint8Array;
}

/** Everything a receipt is held against. */
export interface Published {
  readonly log: ReadLog;
  readonly survey: string;
  readonly compiled: Compiled;
  readonly tables: Tables;
  readonly parents: Parents;
  readonly leaves: readonly Uint8Array[];
  readonly isClosed: boolean;
  /** Null before results are published. */
  readonly counted: readonly CountedTable[] | null;
  /** What the tables of the release are about, in words; null as long as there is none. */
  readonly head: ReleaseHead | null;
}

/** Looks for one sheet: what was promised of it, whether it is recorded, and how it was counted in every table. */
export async function checkReceipt(
  primitives: Primitives,
  published: Published,
  { key, promise }: Receipt,
): Promise<{ checks: Check[]; found: Found | null }> {
  const checks: Check[] = promise ? await ofPromise(primitives, published, promise) : [];
  const { counted } = published;
  if (!counted) return { checks: [...checks, notYet('counted')], found: null };
  const found = findSheet(primitives.sha256, published, counted, key);
  if (!found) return { checks: [...checks, wrong('counted', 'not-counted')], found: null };
  return { checks: [...checks, ofCounting(primitives, published, { key, found, promise })], found };
}

async function ofPromise(
  { verify }: Primitives,
  { log, survey, leaves, isClosed }: Published,
  { leaf, closesAt, signature }: Promised,
): Promise<Check[]> {
  const isOurs = await verify(log.signer.publicKey, promiseMessage({ survey, leaf, closesAt }), signature);
  if (!isOurs) return [wrong('promise', 'promise-forged')];
  const isThere = leaves.some((one) => compareBytes(one, leaf) === 0);
  if (isThere) return [holds('promise'), holds('recorded')];
  return [holds('promise'), isClosed ? wrong('recorded', 'promise-unkept') : notYet('recorded')];
}

function ofCounting(
  { sha256 }: Primitives,
  { compiled, leaves }: Published,
  { key, found, promise }: { key: Uint8Array; found: Found; promise: Promised | undefined },
): Check {
  if (!promise?.sheet) return holds('counted', { tables: found.categories.length });
  const packed = packedOf(compiled, found.categories);
  const leaf = leafOf(sha256, promise.sheet, countedDigest(sha256, { key, unit: found.unit, packed }));
  const isSame = compareBytes(leaf, promise.leaf) === 0 && leaves.some((one) => compareBytes(one, leaf) === 0);
  return isSame ? holds('counted', { tables: found.categories.length }) : wrong('counted', 'counted-otherwise');
}
