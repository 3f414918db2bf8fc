import { docxOf } from '@danban/report';
import { csvText, plainWorkbook } from '@danban/tables';
import type { Context } from 'hono';
import { responseRows } from './responseRows.ts';
import { responseTable, type ResponseTable } from './responseTable.ts';

const office = 'application/vnd.openxmlformats-officedocument';
const types = {
  docx: `${office}.wordprocessingml.document`,
  xlsx: `${office}.spreadsheetml.sheet`,
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
};
export type Format = keyof typeof types;
export const formats = Object.keys(types) as Format[];

const bytesOf = (table: ResponseTable): Record<Format, () => Promise<ArrayBuffer | Uint8Array | string>> => ({
  docx: () => docxOf(responseTable(table, 'vi')),
  xlsx: () => plainWorkbook('Tổng hợp', responseRows(table.about, 'vi')),
  csv: () => Promise.resolve(csvText(responseRows(table.about, 'vi'), 'vi')),
  json: () => Promise.resolve(JSON.stringify(table)),
});

/** The response table as a file of this format. What is filed is in Vietnamese. */
export async function asFile(c: Context, table: ResponseTable, format: Format): Promise<Response> {
  const made = await bytesOf(table)[format]();
  const body = made instanceof Uint8Array ? new Uint8Array(made) : made;
  return c.body(body, 200, {
    'content-type': types[format],
    'content-disposition': `attachment; filename="tong-hop-tiep-thu-giai-trinh.${format}"`,
  });
}
