import { toHex, utf8 } from '@danban/bytes';
import type { OpeningRecord } from '@danban/survey';

/** What was frozen at opening, with its hash. */
export interface ReadOpening {
  hash: string;
  record: OpeningRecord;
}

/** A slow network may need this long for it. */
const patience = 10_000;

export const hashOf = async (text: string): Promise<string> =>
  toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', utf8(text))));

export async function read(address: string): Promise<unknown> {
  const response = await fetch(address, {
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    cache: 'no-store',
    signal: AbortSignal.timeout(patience),
  });
  if (!response.ok) throw new Error(`answered ${response.status}`);
  return response.json();
}

/** The opening of a survey; null where its hash is not that of its text. Rejects where it cannot be reached. */
export async function readOpening(slug: string): Promise<ReadOpening | null> {
  const { text, hash } = (await read(`/api/s/${slug}/opening`)) as { text: string; hash: string };
  return (await hashOf(text)) === hash ? { hash, record: JSON.parse(text) as OpeningRecord } : null;
}
