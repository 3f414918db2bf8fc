import { compareBytes } from '@danban/bytes';
import type { ReleaseHead } from '@danban/contract';
import { leafHash } from '@danban/merkle';
import type { Compiled } from '@danban/survey';
import { leafData, openTo, type Parents, tableKey } from '../commitment.ts';
import { countedDigest, leafOf } from '../leaf.ts';
import { promiseMessage } from '../promise.ts';
import type { Recounted } from '../recount.ts';
import { countedColumns, NOT_ASKED, packedOf, type Table, type Tables } from '../tables.ts';
import { type Check, holds, notYet, wrong } from './faults.ts';
import type { ReadLog } from './log.ts';
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

/** How one sheet stands in the tables of a survey: by column its category, and where it counts. */
export interface Found {
  readonly unit: number;
  /** By table without criteria; `NOT_ASKED` where the question was not asked. */
  readonly categories: readonly number[];
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
  readonly counted: readonly Recounted[] | null;
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
  const found = findSheet(primitives, published, counted, key);
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

/** Where a sheet with this key stands in every table without criteria; null where it is missing in one. */
function findSheet(
  primitives: Primitives,
  { compiled, tables, parents }: Published,
  counted: readonly Recounted[],
  key: Uint8Array,
): Found | null {
  const plain = tables.all.filter(({ criteria }) => criteria.length === 0);
  const columns = countedColumns(compiled);
  const everywhere = Array.from({ length: parents.length }, (_, unit) => unit);
  let units = everywhere;
  const categories: number[] = [];
  for (const [at, table] of plain.entries()) {
    const options = Array.from({ length: columns[at]!.options + 1 }, (_, category) => category);
    const found = lookUp(primitives, { parents, table, key }, counted[table.index]!, [...options, NOT_ASKED], units);
    if (!found) return null;
    units = [found.unit];
    categories.push(found.category);
  }
  return categories.length === 0 ? null : { unit: units[0]!, categories };
}

function lookUp(
  { sha256 }: Primitives,
  { parents, table, key }: { parents: Parents; table: Table; key: Uint8Array },
  { has }: Recounted,
  options: readonly number[],
  units: readonly number[],
): { category: number; unit: number } | null {
  const own = tableKey(sha256, key, table.index);
  for (const unit of units) {
    const opened = openTo(sha256, parents, own, { category: 0, criteria: new Uint8Array(), unit }, 0);
    for (const category of options) {
      if (has(leafHash(sha256, leafData(sha256, parents, { ...opened, category })))) return { category, unit };
    }
  }
  return null;
}
