import type { PublishedComments } from '@danban/contract';
import type { Context } from 'hono';
import { commentsCsv } from './csv.ts';

/** Published opinions as a file to keep. */
export function fileOf(c: Context, published: PublishedComments, format: 'csv' | 'json'): Response {
  const lang = c.req.query('lang') === 'en' ? 'en' : 'vi';
  const type = format === 'csv' ? 'text/csv' : 'application/json';
  return c.body(format === 'csv' ? commentsCsv(published, lang) : JSON.stringify(published), 200, {
    'content-type': `${type}; charset=utf-8`,
    'content-disposition': `attachment; filename="y-kien.${format}"`,
  });
}
