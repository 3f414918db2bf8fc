import type { Context } from 'hono';
import type { TableFile } from './files.ts';

const types = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
};

export function send(c: Context, { name, form, bytes }: TableFile): Response {
  return c.body(bytes, 200, {
    'content-type': types[form],
    'content-disposition': `attachment; filename="${name}.${form}"`,
  });
}
