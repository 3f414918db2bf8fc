import { createHash } from 'node:crypto';
import { Zip, ZipPassThrough } from 'fflate';
import type { ListedFile } from '@danban/verify/package';
import type { Content } from './files.ts';

/** A file on its way into an archive. */
export interface Packed {
  path: string;
  content: Content;
}

/** Of every archive the same day: when one was taken stands in the log of acts. */
const day = new Date(1980, 0, 1);
const nothing = new Uint8Array(0);

async function* piecesOf(content: Content): AsyncGenerator<Uint8Array> {
  if (typeof content === 'string' || content instanceof Uint8Array) {
    yield Buffer.from(content);
    return;
  }
  for await (const piece of content) yield Buffer.from(piece);
}

/** A ZIP of these files as they come, and of one more that is made of the list of them. Hashes do not get smaller: stored. */
export async function* zipped(
  files: AsyncGenerator<Packed>,
  last: (listed: ListedFile[]) => Promise<Packed>,
): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = [];
  const zip = new Zip((error, piece) => {
    if (error) throw error;
    ready.push(piece);
  });
  async function* added({ path, content }: Packed): AsyncGenerator<Uint8Array, ListedFile> {
    const file = new ZipPassThrough(path);
    file.mtime = day;
    zip.add(file);
    const hash = createHash('sha256');
    let bytes = 0;
    for await (const piece of piecesOf(content)) {
      hash.update(piece);
      bytes += piece.length;
      file.push(piece);
      yield* ready.splice(0);
    }
    file.push(nothing, true);
    return { path, bytes, sha256: hash.digest('hex') };
  }
  const listed: ListedFile[] = [];
  for await (const file of files) listed.push(yield* added(file));
  yield* added(await last(listed));
  zip.end();
  yield* ready.splice(0);
}
