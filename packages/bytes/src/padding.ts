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

/** The bytes that `padToBucket` wrapped. Throws RangeError for a length that lies or a filling that is not zero. */
export function unpad(padded: Uint8Array): Uint8Array<ArrayBuffer> {
  if (padded.length < PREFIX) throw new RangeError('padded bytes are shorter than their length');
  const length = new DataView(padded.buffer, padded.byteOffset, PREFIX).getUint32(0);
  if (length > padded.length - PREFIX) throw new RangeError('padded bytes are shorter than they say');
  if (padded.subarray(PREFIX + length).some((byte) => byte !== 0)) throw new RangeError('the filling is not zero');
  return new Uint8Array(padded.subarray(PREFIX, PREFIX + length));
}
