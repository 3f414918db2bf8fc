import { docxOf, type Report } from '@danban/report';
import { csvText, plainWorkbook } from '@danban/tables';
import type { Context } from 'hono';
import { fileTypes, type FileType } from '../http/fileTypes.ts';
import { responseRows } from './responseRows.ts';
import { responseTable, type ResponseTable } from './responseTable.ts';

export type Format = FileType;
export const formats = Object.keys(fileTypes) as Format[];

type Bytes = ArrayBuffer | Uint8Array | string;

const makers: Readonly<Record<Format, (table: ResponseTable) => Promise<Bytes>>> = {
  docx: (table) => docxOf(responseTable(table, 'vi')),
  xlsx: (table) => plainWorkbook('Tổng hợp', responseRows(table.about, 'vi')),
  csv: (table) => Promise.resolve(csvText(responseRows(table.about, 'vi'), 'vi')),
  json: (table) => Promise.resolve(JSON.stringify(table)),
};

function asFile(c: Context, made: Bytes, name: string, format: Format): Response {
  const body = made instanceof Uint8Array ? new Uint8Array(made) : made;
  return c.body(body, 200, {
    'content-type': fileTypes[format],
    'content-disposition': `attachment; filename="${name}.${format}"`,
  });
}

/** The response table as a file of this format. What is filed is in Vietnamese. */
export async function tableFile(c: Context, table: ResponseTable, format: Format): Promise<Response> {
  return asFile(c, await makers[format](table), 'tong-hop-tiep-thu-giai-trinh', format);
}

/** A letter to be completed, numbered and signed. */
export async function letterFile(c: Context, letter: Report, name: string): Promise<Response> {
  return asFile(c, await docxOf(letter), name, 'docx');
}
