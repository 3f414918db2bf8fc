import { compareBytes, fromBase64Url, toHex } from '@danban/bytes';
import type { OpeningRecord } from '@danban/survey';
import { type Check, type FaultName, holds, wrong } from '../check/faults.ts';
import type { Primitives } from '../check/source.ts';
import { type Presented, readByLeaf, readBySheet, type ShownLeaf, type ShownSheet } from '../credentialFile.ts';
import { leafOf } from '../leaf.ts';

/** The two signatures a credential rests on, by the host. */
export interface CredentialPrimitives {
  /** Whether prefix and pseudonym are signed under this modulus (RFC 9474 §4.5). */
  isIssued(modulus: Uint8Array, credential: Presented): boolean | Promise<boolean>;
  /** Whether the pseudonym has signed this sheet of the survey with this opening, by its hash in hex. */
  isPresented(opening: string, shown: ShownSheet): boolean | Promise<boolean>;
}

/** What credentials are held against: everything of it was looked at before. */
export interface Opened {
  readonly record: OpeningRecord;
  /** SHA-256 of the record, hex. */
  readonly opening: string;
  readonly leaves: readonly Uint8Array[];
  /** How often the urn was opened, as the log tells. */
  readonly flushes: number;
  /** Units whose number of sheets the release publishes, and has nobody below. */
  readonly told: ReadonlyMap<number, number>;
}

type Host = Pick<Primitives, 'sha256'> & CredentialPrimitives;

/** What a file of credentials shows, in its order; `closed`: of how many sheets it shows none. */
interface Shown {
  readonly sheets: readonly Placed[];
  readonly closed: number;
}

/** `leaf`: where it stands in the tree, if the file says so; `place`: where it is named, in the tree or in the file. */
interface Placed {
  readonly shown: ShownSheet;
  readonly leaf: { readonly counted: Uint8Array; readonly hash: Uint8Array } | null;
  readonly place: number;
}

/**
 * Leaves lie batch by batch, and how many of a unit came in which batch is not published: where the log tells of several, credentials
 * are shown apart from the tree. It is the log that says which of the two a file has to be, so that nobody can choose.
 */
function readShown({ record, leaves, flushes }: Opened, file: Uint8Array): Shown | null {
  const bytes = record.strata.map(({ key }) => fromBase64Url(key).length);
  return flushes > 1
    ? apart(
        leaves.length,
        readBySheet(file, (stratum) => bytes[stratum] ?? 0),
      )
    : inTree(
        leaves,
        readByLeaf(file, (stratum) => bytes[stratum] ?? 0),
      );
}

function inTree(leaves: readonly Uint8Array[], read: (ShownLeaf | null)[] | null): Shown | null {
  if (read?.length !== leaves.length) return null;
  const sheets = read.flatMap((shown, at) =>
    shown ? [{ shown, leaf: { counted: shown.counted, hash: leaves[at]! }, place: at + 1 }] : [],
  );
  return { sheets, closed: leaves.length - sheets.length };
}

function apart(leaves: number, read: ShownSheet[] | null): Shown | null {
  if (!read || read.length > leaves) return null;
  const sheets = read.map((shown, at) => ({ shown, leaf: null, place: at + 1 }));
  return { sheets, closed: leaves - sheets.length };
}

/** That every shown credential is one of the survey, used once and for its own sheet, and that there are as many as published. */
export async function checkCredentials(host: Host, opened: Opened, file: Uint8Array): Promise<Check> {
  const read = readShown(opened, file);
  if (!read) return wrong('credentials', 'credentials-altered');
  const keys = opened.record.strata.map(({ key }) => fromBase64Url(key));
  const used = new Set<string>();
  let before: Uint8Array | undefined;
  for (const one of read.sheets) {
    const { sheet, pseudonym, stratum } = one.shown;
    const isInOrder = one.leaf !== null || before === undefined || compareBytes(before, sheet) < 0;
    if (!isInOrder) return wrong('credentials', 'credentials-order', { leaf: one.place });
    const fault = used.has(toHex(pseudonym)) ? 'credential-doubled' : await faultOf(host, opened, keys[stratum]!, one);
    if (fault) return wrong('credentials', fault, { leaf: one.place });
    used.add(toHex(pseudonym));
    before = sheet;
  }
  return checkNumbers(opened, read);
}

async function faultOf(
  host: Host,
  { opening }: Opened,
  key: Uint8Array,
  { shown, leaf }: Placed,
): Promise<FaultName | null> {
  const isThere = !leaf || compareBytes(leafOf(host.sha256, shown.sheet, leaf.counted), leaf.hash) === 0;
  if (!isThere) return 'credential-elsewhere';
  if (!(await host.isIssued(key, shown))) return 'credential-forged';
  return (await host.isPresented(opening, shown)) ? null : 'credential-signature';
}

/** A unit whose number is published is shown whole, and no other at all. */
function checkNumbers({ record, told }: Opened, { sheets, closed }: Shown): Check {
  const byStratum = Map.groupBy(sheets, ({ shown }) => shown.stratum);
  for (const [stratum, { unit, size }] of record.strata.entries()) {
    const [published, credentials] = [told.get(unit), byStratum.get(stratum)?.length ?? 0];
    if (published === undefined && credentials > 0) return wrong('credentials', 'credential-unpublished', { unit });
    if (credentials > size) return wrong('credentials', 'credentials-too-many', { credentials, listed: size });
    if (published !== undefined && credentials !== published)
      return wrong('credentials', 'credentials-differ', { unit, credentials, published });
  }
  const others = record.strata.filter((_, stratum) => !byStratum.has(stratum));
  const listed = others.reduce((sum, { size }) => sum + size, 0);
  if (closed > listed) return wrong('credentials', 'credentials-too-many', { credentials: closed, listed });
  return holds('credentials', { shown: sheets.length, closed });
}

/** That a sheet is among those shown; null where none of its unit is. */
export function checkPresented(
  opened: Opened,
  file: Uint8Array,
  own: { sheet: Uint8Array; unit: number },
): Check | null {
  const sheets = readShown(opened, file)?.sheets ?? [];
  const ofUnit = sheets.filter(({ shown }) => opened.record.strata[shown.stratum]!.unit === own.unit);
  if (ofUnit.length === 0) return null;
  const isThere = ofUnit.some(({ shown }) => compareBytes(shown.sheet, own.sheet) === 0);
  return isThere ? holds('presented') : wrong('presented', 'not-presented');
}
