const pageBytes = 8192;

/** Pages of a file; a last one that is cut off is left out. */
function* pagesOf(file: Buffer): Generator<Buffer> {
  for (let at = 0; at + pageBytes <= file.length; at += pageBytes) yield file.subarray(at, at + pageBytes);
}

/** Head of a page of the write-ahead log: the first of a segment has a longer one, which a flag says. */
const longHead = 0x0002;

/** The log without the heads of its pages, so that no record is cut in two. */
export function recordsOf(segment: Buffer): Buffer {
  const parts = [...pagesOf(segment)].map((page) => page.subarray(page.readUInt16LE(2) & longHead ? 40 : 24));
  return Buffer.concat(parts);
}

const heapHead = 24;

/** Rows of a table's file in the order in which they came into it, dead ones too: a page is filled from its end. */
export function rowsOf(table: Buffer): Buffer {
  return Buffer.concat([...pagesOf(table)].flatMap((page) => [...rowsOnPage(page)]));
}

function* rowsOnPage(page: Buffer): Generator<Buffer> {
  const end = Math.min(page.readUInt16LE(12), pageBytes);
  for (let at = heapHead; at + 4 <= end; at += 4) {
    const pointer = page.readUInt32LE(at);
    const [from, length] = [pointer & 0x7fff, pointer >>> 17];
    if (from >= heapHead && from + length <= pageBytes) yield page.subarray(from, from + length);
  }
}
