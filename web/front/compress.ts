import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { constants, createBrotliCompress, createGzip, type BrotliCompress, type Gzip } from 'node:zlib';

const worthIt = /^(text\/|application\/(json|problem\+json)|image\/svg)/;

function preferred(req: IncomingMessage): 'br' | 'gzip' | undefined {
  const accepted = String(req.headers['accept-encoding'] ?? '');
  if (/\bbr\b/.test(accepted)) return 'br';
  return /\bgzip\b/.test(accepted) ? 'gzip' : undefined;
}

/** Quality 5 of 11: pages are made for one reader, so the time counts as much as the size. */
function compressor(encoding: 'br' | 'gzip'): BrotliCompress | Gzip {
  if (encoding === 'gzip') return createGzip();
  return createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });
}

/**
 * Compresses what the response is about to carry, when it is text and nobody has compressed it before
 * (assets lie compressed on the disk). The decision falls with the head of the answer.
 */
export function compressing(req: IncomingMessage, res: ServerResponse): void {
  const encoding = preferred(req);
  if (encoding === undefined || req.method === 'HEAD') return;
  const writeHead = res.writeHead.bind(res);
  res.writeHead = ((status: number, headers: OutgoingHttpHeaders = {}) => {
    for (const [name, value] of Object.entries(headers)) if (value !== undefined) res.setHeader(name, value);
    if (isCompressible(status, res)) through(compressor(encoding), encoding, res);
    return writeHead(status);
  }) as typeof res.writeHead;
}

function isCompressible(status: number, res: ServerResponse): boolean {
  if (status < 200 || status === 204 || status === 304 || res.hasHeader('content-encoding')) return false;
  return worthIt.test(String(res.getHeader('content-type') ?? ''));
}

function through(stream: BrotliCompress | Gzip, encoding: string, res: ServerResponse): void {
  const write = res.write.bind(res);
  const end = res.end.bind(res);
  res.removeHeader('content-length');
  res.setHeader('content-encoding', encoding);
  res.appendHeader('vary', 'accept-encoding');
  stream.on('data', (chunk: Buffer) => void write(chunk)).on('end', () => void end());
  stream.on('drain', () => res.emit('drain'));
  res.on('close', () => stream.destroy());
  res.write = ((chunk: string | Uint8Array) => stream.write(chunk)) as typeof res.write;
  res.end = ((chunk?: string | Uint8Array) => {
    stream.end(chunk);
    return res;
  }) as typeof res.end;
}
