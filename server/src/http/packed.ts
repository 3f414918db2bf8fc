import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { RenderedPage } from './pages.ts';

/** A page as it is kept: compressed once, sent as often as it is asked for. */
export interface PackedPage {
  status: number;
  headers: Record<string, string>;
  plain: Buffer;
  gzip: Buffer;
  br: Buffer;
}

const brotli = {
  params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT },
};

export async function packPage({ status, headers, body }: RenderedPage): Promise<PackedPage> {
  const [zipped, br] = await Promise.all([
    promisify(gzip)(body, { level: 9 }),
    promisify(brotliCompress)(body, brotli),
  ]);
  return { status, headers, plain: body, gzip: zipped, br };
}

function encodingFor(accepted: string): 'br' | 'gzip' | 'plain' {
  if (/\bbr\b/.test(accepted)) return 'br';
  return /\bgzip\b/.test(accepted) ? 'gzip' : 'plain';
}

export function sendPacked(page: PackedPage, accepted: string): Response {
  const encoding = encodingFor(accepted);
  const body = page[encoding];
  const headers = new Headers(page.headers);
  headers.set('vary', 'accept-encoding');
  headers.set('content-length', String(body.length));
  if (encoding !== 'plain') headers.set('content-encoding', encoding);
  return new Response(new Uint8Array(body.buffer as ArrayBuffer, body.byteOffset, body.length), {
    status: page.status,
    headers,
  });
}
