import { compareBytes, fromBase64Url, toHex } from '@danban/bytes';
import type { OpeningRecord } from '@danban/survey';
import { type Check, type FaultName, holds, wrong } from '../check/faults.ts';
import type { Primitives } from '../check/source.ts';
import { type Presented, readCredentials, type ShownLeaf } from '../credentialFile.ts';
import { leafOf } from '../leaf.ts';

/** The two signatures a credential rests on, by the host. */
export interface CredentialPrimitives {
  /** Whether prefix and pseudonym are signed under this modulus (RFC 9474 §4.5). */
  isIssued(modulus: Uint8Array, credential: Presented): boolean;
  /** Whether the pseudonym has signed this sheet of the survey with this opening, by its hash in hex. */
  isPresented(opening: string, shown: ShownLeaf): boolean;
}

/** What credentials are held against: everything of it was looked at before. */
export interface Opened {
  readonly record: OpeningRecord;
  /** SHA-256 of the record, hex. */
  readonly opening: string;
  readonly leaves: readonly Uint8Array[];
  /** Units whose number of sheets the release publishes, and has nobody below. */
  readonly told: ReadonlyMap<number, number>;
}

type Host = Pick<Primitives, 'sha256'> & CredentialPrimitives;

/** That every shown credential is one of the survey, used once and for its own leaf, and that there are as many as published. */
export function checkCredentials(host: Host, opened: Opened, file: Uint8Array): Check {
  const { record, leaves } = opened;
  const keys = record.strata.map(({ key }) => fromBase64Url(key));
  const shown = readCredentials(file, (stratum) => keys[stratum]?.length ?? 0);
  if (shown?.length !== leaves.length) return wrong('credentials', 'credentials-altered');
  const used = new Set<string>();
  for (const [at, one] of shown.entries()) {
    if (!one) continue;
    const pseudonym = toHex(one.pseudonym);
    const fault = used.has(pseudonym)
      ? 'credential-doubled'
      : faultOf(host, opened, keys[one.stratum]!, leaves[at]!, one);
    if (fault) return wrong('credentials', fault, { leaf: at + 1 });
    used.add(pseudonym);
  }
  return checkNumbers(opened, shown);
}

function faultOf(host: Host, { opening }: Opened, key: Uint8Array, leaf: Uint8Array, one: ShownLeaf): FaultName | null {
  if (compareBytes(leafOf(host.sha256, one.sheet, one.counted), leaf) !== 0) return 'credential-elsewhere';
  if (!host.isIssued(key, one)) return 'credential-forged';
  return host.isPresented(opening, one) ? null : 'credential-signature';
}

function checkNumbers({ record, told }: Opened, all: readonly (ShownLeaf | null)[]): Check {
  const shown = all.filter((one) => one !== null);
  const byStratum = Map.groupBy(shown, ({ stratum }) => stratum);
  for (const [stratum, { length: credentials }] of byStratum) {
    const { unit, size } = record.strata[stratum]!;
    const published = told.get(unit);
    if (published === undefined) return wrong('credentials', 'credential-unpublished', { unit });
    if (credentials > size) return wrong('credentials', 'credentials-too-many', { credentials, listed: size });
    if (credentials !== published) return wrong('credentials', 'credentials-differ', { unit, credentials, published });
  }
  const closed = all.length - shown.length;
  const others = record.strata.filter((_, stratum) => !byStratum.has(stratum));
  const listed = others.reduce((sum, { size }) => sum + size, 0);
  if (closed > listed) return wrong('credentials', 'credentials-too-many', { credentials: closed, listed });
  return holds('credentials', { shown: shown.length, closed });
}
