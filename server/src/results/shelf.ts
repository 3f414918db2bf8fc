import type { Context } from 'hono';
import type { Db } from '@danban/db/vaults/house';
import { openRelease, pageText, sharedByPages, type Shared } from './reader.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** Releases whose head is kept. */
const mostHeads = 64;
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
  const heads = new Map<string, Promise<Shared>>();
  let held = 0;
  function headOf(survey: string, released: number, release = released): Promise<Shared> {
    const name = `${survey} ${released} ${release}`;
    const known = heads.get(name);
    if (known) return known;
    const head = openRelease(db, { survey, released, number: release }).then((opened) => sharedByPages(db, opened));
    if (heads.size >= mostHeads) heads.delete(heads.keys().next().value!);
    heads.set(name, head);
    head.catch(() => heads.delete(name));
    return head;
  }
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
    const head = await headOf(survey, released, release);
    const bytes = new TextEncoder().encode(await pageText(db, head, unit));
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
