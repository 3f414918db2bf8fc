import type { Context } from 'hono';
import { fileTypes } from '../http/fileTypes.ts';
import { commentsCsv } from './csv.ts';
import type { OpenOpinions } from './openOpinions.ts';

/** Published opinions as a file to keep. */
export function fileOf(c: Context, opinions: OpenOpinions, format: 'csv' | 'json'): Response {
  const lang = c.req.query('lang') === 'en' ? 'en' : 'vi';
  return c.body(format === 'csv' ? commentsCsv(opinions, lang) : JSON.stringify(opinions), 200, {
    'content-type': fileTypes[format],
    'content-disposition': `attachment; filename="y-kien.${format}"`,
  });
}
