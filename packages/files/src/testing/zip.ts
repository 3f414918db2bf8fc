import { concat, utf8 } from '@danban/bytes';

// Globals that browsers and Node share; the packages are compiled without either's library.
interface Compressor {
  writable: { getWriter(): { write(bytes: Uint8Array): Promise<void>; close(): Promise<void> } };
  readable: AsyncIterable<Uint8Array<ArrayBuffer>>;
}
declare const CompressionStream: new (format: 'deflate-raw') => Compressor;

interface Part {
  name: string;
  data: Uint8Array;
  /** What the directory says instead of the truth. */
  declared?: number;
}

async function deflated(data: Uint8Array): Promise<Uint8Array> {
  const { writable, readable } = new CompressionStream('deflate-raw');
  const writer = writable.getWriter();
  void writer.write(data).then(() => writer.close());
  const pieces: Uint8Array[] = [];
  for await (const piece of readable) pieces.push(piece);
  return concat(...pieces);
}

function head(mark: number, length: number, fields: [at: number, value: number, bytes: 2 | 4][]): Uint8Array {
  const view = new DataView(new ArrayBuffer(length));
  view.setUint32(0, mark, true);
  for (const [at, value, bytes] of fields)
    if (bytes === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
  return new Uint8Array(view.buffer);
}

/** A ZIP archive as a hostile sender makes it: sizes in its directory may be lies, checksums are left out. */
export async function zip(parts: readonly Part[]): Promise<Uint8Array> {
  const locals: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const { name, data, declared = data.length } of parts) {
    const packed = await deflated(data);
    const label = utf8(name);
    const sizes = (at: number): [number, number, 2 | 4][] => [
      [at, packed.length, 4],
      [at + 4, declared, 4],
      [at + 8, label.length, 2],
    ];
    const local = concat(head(0x04034b50, 30, [[8, 8, 2], ...sizes(18)]), label, packed);
    directory.push(head(0x02014b50, 46, [[10, 8, 2], ...sizes(20), [42, offset, 4]]), label);
    locals.push(local);
    offset += local.length;
  }
  const listed = concat(...directory);
  const end = head(0x06054b50, 22, [
    [8, parts.length, 2],
    [10, parts.length, 2],
    [12, listed.length, 4],
    [16, offset, 4],
  ]);
  return concat(...locals, listed, end);
}
