/** Two bytes, the higher first. Throws RangeError for what they cannot carry. */
export function uint16(value: number): Uint8Array {
  if (!Number.isInteger(value) || value < 0 || value > 0xffff) throw new RangeError('no number of two bytes');
  return Uint8Array.of(value >> 8, value & 0xff);
}
