import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { RenderedPage } from './pages.ts';

interface Packing {
  headers: Record<string, string>;
  body: Uint8Array<ArrayBuffer>;
}

/** A page as it is kept: compressed once, its heads written once, sent as often as it is asked for. */
export interface PackedPage {
  status: number;
  plain: Packing;
  gzip: Packing;
  br: Packing;
}

const brotli = {
  params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT },
};

export async function packPage({ status, headers, body }: RenderedPage): Promise<PackedPage> {
  const [zipped, br] = await Promise.all([
    promisify(gzip)(body, { level: 9 }),
    promisify(brotliCompress)(body, brotli),
  ]);
  return {
    status,
    plain: packing(headers, body),
    gzip: packing({ ...headers, 'content-encoding': 'gzip' }, zipped),
    br: packing({ ...headers, 'content-encoding': 'br' }, br),
  };
}

function packing(headers: Record<string, string>, body: Buffer): Packing {
  const own = { vary: 'accept-encoding', 'content-length': String(body.length) };
  return { headers: { ...headers, ...own }, body: new Uint8Array(body) };
}

function encodingFor(accepted: string): 'br' | 'gzip' | 'plain' {
  if (/\bbr\b/.test(accepted)) return 'br';
  return /\bgzip\b/.test(accepted) ? 'gzip' : 'plain';
}

/** The head stays a plain record: as `Headers` it would be read and written anew for every visit. */
export function sendPacked(page: PackedPage, accepted: string): Response {
  const { headers, body } = page[encodingFor(accepted)];
  return new Response(body, { status: page.status, headers });
}
