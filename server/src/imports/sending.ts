import type { Context } from 'hono';
import { ProblemError } from '../http/problem.ts';
import type { TableFile } from './files.ts';

/** An uploaded file, sent as its bytes. */
export async function bytesIn(c: Context): Promise<Uint8Array> {
  if (c.req.header('content-type') !== 'application/octet-stream') throw new ProblemError('unsupported-media-type');
  return new Uint8Array(await c.req.arrayBuffer());
}

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
