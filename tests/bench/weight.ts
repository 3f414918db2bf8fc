import { request } from 'node:http';
import { connect } from 'node:net';
import { gunzipSync } from 'node:zlib';

interface Received {
  bytes: number;
  body: Buffer;
}

/** One response as it comes over the wire, head and chunk marks included, on a connection of its own. */
function overTheWire(port: number, path: string): Promise<number> {
  return new Promise((resolve, reject) => {
    let bytes = 0;
    const socket = connect(port, '127.0.0.1').on('error', reject);
    socket.on('data', (chunk) => (bytes += chunk.length)).on('end', () => resolve(bytes));
    socket.write(`GET ${path} HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: gzip\r\nConnection: close\r\n\r\n`);
  });
}

function bodyOf(port: number, path: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const headers = { host: 'localhost', 'accept-encoding': 'gzip' };
    const asked = request({ port, host: '127.0.0.1', path, headers, agent: false }, (res) => {
      if (res.statusCode !== 200) reject(new Error(`${path} was answered with ${res.statusCode}`));
      const parts: Buffer[] = [];
      res.on('data', (part: Buffer) => parts.push(part)).on('error', reject);
      res.on('end', () => {
        const body = Buffer.concat(parts);
        resolve(res.headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body);
      });
    });
    asked.on('error', reject).end();
  });
}

async function fetchOne(port: number, path: string): Promise<Received> {
  return { bytes: await overTheWire(port, path), body: await bodyOf(port, path) };
}

/** What a browser fetches of itself for a page, a script or a style: links, sources, imports, urls in styles. */
function namedIn(text: string, base: string): string[] {
  const patterns = [
    /<(?:script|img)[^>]+?src="([^"]+)"/g,
    /<link(?=[^>]+rel="(?:stylesheet|modulepreload|icon|preload)")[^>]+?href="([^"]+)"/g,
    /\bimport(?:[^"'()]*?from)?\s*\(?["']([^"']+)["']/g,
    /url\(["']?([^"')]+)["']?\)/g,
  ];
  const found = patterns.flatMap((pattern) => [...text.matchAll(pattern)].map((match) => match[1]!));
  const ours = found.filter((url) => !url.startsWith('data:') && !url.startsWith('#'));
  return ours.map((url) => new URL(url, `http://localhost${base}`).pathname);
}

/** Bytes of every response of a first visit: the page and all it leads a browser to fetch, gzip, heads included. */
export async function coldVisit(port: number, start: string): Promise<number> {
  const seen = new Set([start]);
  let bytes = 0;
  for (const path of seen) {
    const received = await fetchOne(port, path);
    bytes += received.bytes;
    for (const next of namedIn(received.body.toString('utf8'), path)) seen.add(next);
  }
  return bytes;
}
