import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { LIMITS, refuse, type Read, type Sheet } from '@danban/tables';
import { z } from 'zod';

/** What a page can carry to the next step beside its form. */
const longest = 5 * 1024 * 1024;

const row = z.strictObject({
  number: z.number().int().min(1).max(2_000_000),
  cells: z.array(z.string().max(LIMITS.cell + 1)).max(LIMITS.columns),
});
const carried = z
  .array(
    z.strictObject({
      name: z.string().max(200),
      rows: z
        .array(row)
        .min(1)
        .max(LIMITS.rows + 30),
    }),
  )
  .min(1)
  .max(LIMITS.sheets);

/** The sheets as one word that the page hands back with the next step: nothing uploaded is kept on the server. */
export function carry(sheets: readonly Sheet[]): Read<string> {
  const word = deflateRawSync(JSON.stringify(sheets)).toString('base64url');
  return word.length > longest ? refuse('unpacks-too-large') : { ok: true, value: word };
}

/** The sheets that were carried; a page may hand back anything, so their bounds are looked at again. */
export function carriedSheets(word: string): Read<Sheet[]> {
  try {
    const json = inflateRawSync(Buffer.from(word, 'base64url'), { maxOutputLength: 4 * LIMITS.letters });
    return { ok: true, value: carried.parse(JSON.parse(json.toString('utf8'))) };
  } catch {
    return refuse('damaged-file');
  }
}
