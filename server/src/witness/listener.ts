import type { IncomingMessage, RequestListener } from 'node:http';
import type { Answer, Witness } from './service.ts';

/** A checkpoint and 63 hashes are far less. */
const mostBytes = 64 * 1024;

const text = (status: number, body: string): Answer => ({ status, type: 'text/plain; charset=utf-8', body });

async function bodyOf(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > mostBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

async function answerTo(witness: Witness, request: IncomingMessage): Promise<Answer> {
  const { pathname } = new URL(request.url ?? '/', 'http://witness');
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  if (pathname === '/' && isRead) return text(200, await witness.describe());
  if (!pathname.endsWith('/add-checkpoint')) return text(404, 'nothing is here\n');
  if (request.method !== 'POST') return text(405, 'add-checkpoint is posted to\n');
  const body = await bodyOf(request);
  return body === undefined ? text(413, 'too much\n') : witness.addCheckpoint(body);
}

/** What a witness answers over HTTP; `failed` is told what went wrong here. */
export function witnessListener(witness: Witness, failed: (error: unknown) => void): RequestListener {
  return (request, response) => {
    answerTo(witness, request)
      .catch((error: unknown) => {
        failed(error);
        return text(500, 'the witness could not do it\n');
      })
      .then(({ status, type, body }) => {
        const isCutShort = !request.complete ? { connection: 'close' } : {};
        response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store', ...isCutShort }).end(body);
      })
      .catch(failed);
  };
}
