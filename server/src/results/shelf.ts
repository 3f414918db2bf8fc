import type { Context } from 'hono';
import type { Db } from '@danban/db/vaults/house';
import { openRelease, pageText } from './reader.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** What is kept of pages that were asked for, in bytes. */
const mostKept = 32 * 1024 * 1024;

/** Which page: `released` and `unit` make it another one, a release that is there never changes. */
export interface PageAsked {
  unit: number;
  release?: number | undefined;
}

/** A stored release never changes, so its pages are kept as they are sent: reading is handing out bytes. */
export function pageShelf(db: Db) {
  const kept = new Map<string, Bytes>();
  let held = 0;
  function keep(name: string, bytes: Bytes): void {
    if (bytes.length > mostKept / 8 || kept.has(name)) return;
    kept.set(name, bytes);
    held += bytes.length;
    for (const [oldest, page] of kept) {
      if (held <= mostKept) return;
      kept.delete(oldest);
      held -= page.length;
    }
  }
  async function take(survey: string, released: number, { unit, release }: PageAsked): Promise<Bytes> {
    const name = `${survey} ${released} ${release ?? released} ${unit}`;
    const known = kept.get(name);
    if (known !== undefined) return known;
    const opened = await openRelease(db, { survey, released, number: release });
    const bytes = new TextEncoder().encode(await pageText(db, opened, unit));
    keep(name, bytes);
    return bytes;
  }
  return {
    async answer(c: Context, { survey, released }: { survey: string; released: number }, page: PageAsked) {
      const bytes = await take(survey, released, page);
      return c.body(bytes, 200, { 'content-type': 'application/json; charset=utf-8' });
    },
  };
}
