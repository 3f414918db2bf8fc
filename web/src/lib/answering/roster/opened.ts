import { canonicalJson, fromBase64Url } from '@danban/bytes';
import { readPublicKey, type PublicKey } from '@danban/credential';
import type { Definition } from '@danban/survey';
import { isShared } from '@danban/survey/openingRecord';
import { hashOf, read, readOpening, type ReadOpening } from '../receipt/opening.ts';
import { showsAll } from './onPage.ts';

/** An opening this device has checked: what the page asks is what was frozen, for everybody alike. */
export interface Opened extends ReadOpening {
  /** The key of the stratum. */
  key: PublicKey;
  /** Where its answers count, in the frozen tree. */
  unit: number;
}

/** `opening`: another record than the link names, or one of another door; `questions`: other ones than it froze. */
export type Doubt = 'opening' | 'questions' | 'key' | 'unreachable';

/** What has to hold of a page before it may send anything: its survey, its language, and how its link names the opening. */
export interface Expected {
  slug: string;
  lang: 'vi' | 'en';
  stratum: number;
  /** The hash of the opening, or the beginning of it that stands in the link. */
  opening: string;
  page: Document;
}

/**
 * Compares everything a page shows with what was frozen at opening. Whoever is shown questions of her own, or a key of
 * her own, would be known by them; she is told so, and nothing is sent.
 */
export async function checkOpened(expected: Expected): Promise<Opened | Doubt> {
  const { slug, opening, stratum } = expected;
  let opened, survey;
  try {
    opened = await readOpening(slug);
    survey = (await read(`/api/s/${slug}`)) as { definition: Definition };
  } catch {
    return 'unreachable';
  }
  if (!opened?.hash.startsWith(opening)) return 'opening';
  const { hash, record } = opened;
  if (![1, 2].includes(record.schema) || record.door !== 'roster') return 'opening';
  if ((await hashOf(canonicalJson(survey.definition))) !== record.definition) return 'questions';
  if (!showsAll(expected.page, survey.definition, expected.lang)) return 'questions';
  if (!isShared(record, stratum)) return 'key';
  const { key: modulus, unit } = record.strata[stratum]!;
  const key = readPublicKey(fromBase64Url(modulus));
  return key ? { hash, record, key, unit } : 'key';
}
