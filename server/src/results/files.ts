import type { Context } from 'hono';
import type { Lang } from '@danban/i18n';
import type { House } from '../house.ts';
import { fileTypes, type FileType } from '../http/fileTypes.ts';
import { streamOf } from '../http/stream.ts';
import { releaseCsv } from './csv.ts';
import { releaseDocx } from './docx.ts';
import { readRelease, releaseJson, type Opened } from './reader.ts';
import { releaseXlsx } from './xlsx.ts';

export type Format = FileType;
export const formats = Object.keys(fileTypes) as Format[];

type Bytes = ReadableStream<Uint8Array> | ArrayBuffer;

/** Tables leave piece by piece: a province has a hundred thousand groups, and nobody holds them all. */
const makers: Readonly<Record<Format, (db: House['db'], release: Opened, lang: Lang) => Promise<Bytes>>> = {
  json: async (db, release) => streamOf(releaseJson(db, release)),
  csv: async (db, release, lang) => streamOf(releaseCsv(await readRelease(db, release), lang)),
  xlsx: async (db, release, lang) => releaseXlsx(await readRelease(db, release), lang),
  docx: releaseDocx,
};

export async function asFile(house: House, c: Context, release: Opened, format: Format): Promise<Response> {
  const lang = c.req.query('lang') === 'en' ? 'en' : 'vi';
  const headers = {
    'content-type': fileTypes[format],
    'content-disposition': `attachment; filename="ket-qua.${format}"`,
  };
  return c.body(await makers[format](house.db, release, lang), 200, headers);
}
