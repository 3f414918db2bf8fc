const PREFIX = 4;

/**
 * Hides a length: 4 bytes with the length (big-endian), the bytes, then zeros up to the smallest bucket that holds
 * both. Buckets are sizes in bytes, in any order. Throws RangeError when the bytes fit into none.
 */
export function padToBucket(bytes: Uint8Array, buckets: readonly number[]): Uint8Array<ArrayBuffer> {
  const fitting = buckets.filter((bucket) => bucket >= bytes.length + PREFIX);
  if (fitting.length === 0) throw new RangeError(`${bytes.length} bytes fit into no bucket`);
  const out = new Uint8Array(Math.min(...fitting));
  new DataView(out.buffer).setUint32(0, bytes.length);
  out.set(bytes, PREFIX);
  return out;
}

/** The bytes that `padToBucket` wrapped, where they lie. Throws RangeError for a length that lies or a filling that is not zero. */
export function unpad<T extends ArrayBufferLike>(padded: Uint8Array<T>): Uint8Array<T> {
  if (padded.length < PREFIX) throw new RangeError('padded bytes are shorter than their length');
  const length = new DataView(padded.buffer, padded.byteOffset, PREFIX).getUint32(0);
  if (length > padded.length - PREFIX) throw new RangeError('padded bytes are shorter than they say');
  // A plain loop: ten thousand envelopes are opened in one go, and `some` asks once per byte.
  for (let at = PREFIX + length; at < padded.length; at++) {
    if (padded[at] !== 0) throw new RangeError('the filling is not zero');
  }
  return padded.subarray(PREFIX, PREFIX + length);
}
