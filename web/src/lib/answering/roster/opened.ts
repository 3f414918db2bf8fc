import { canonicalJson, fromBase64Url, toHex, utf8 } from '@danban/bytes';
import { readPublicKey, type PublicKey } from '@danban/credential';
import type { Definition, OpeningRecord } from '@danban/survey';
import { isShared } from '@danban/survey/openingRecord';
import { showsAll } from './onPage.ts';

/** An opening this device has checked: what the page asks is what was frozen, for everybody alike. */
export interface Opened {
  hash: string;
  /** The key of the stratum. */
  key: PublicKey;
  /** Where its answers count, in the frozen tree. */
  unit: number;
}

/** `opening`: another record than the link names, or one of another door; `questions`: other ones than it froze. */
export type Doubt = 'opening' | 'questions' | 'key' | 'unreachable';

const hashOf = async (text: string): Promise<string> =>
  toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', utf8(text))));

async function read(address: string): Promise<unknown> {
  const response = await fetch(address, { credentials: 'omit', referrerPolicy: 'no-referrer', cache: 'no-store' });
  if (!response.ok) throw new Error(`answered ${response.status}`);
  return response.json();
}

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
    opened = (await read(`/api/s/${slug}/opening`)) as { text: string; hash: string };
    survey = (await read(`/api/s/${slug}`)) as { definition: Definition };
  } catch {
    return 'unreachable';
  }
  const hash = await hashOf(opened.text);
  if (hash !== opened.hash || !hash.startsWith(opening)) return 'opening';
  const record = JSON.parse(opened.text) as OpeningRecord;
  if (![1, 2].includes(record.schema) || record.door !== 'roster') return 'opening';
  if ((await hashOf(canonicalJson(survey.definition))) !== record.definition) return 'questions';
  if (!showsAll(expected.page, survey.definition, expected.lang)) return 'questions';
  if (!isShared(record, stratum)) return 'key';
  const { key: modulus, unit } = record.strata[stratum]!;
  const key = readPublicKey(fromBase64Url(modulus));
  return key ? { hash, key, unit } : 'key';
}
