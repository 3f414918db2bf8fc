import { utf8 } from '@danban/bytes';

const KiB = 1024;
const sizes = [4, 8, 16, 32].map((size) => size * KiB);
const largest = 32 * KiB;

/** The JSON text of a request, filled up with zeros so that its size in bytes tells one of four classes at most. */
export function padded(body: object): string {
  const length = utf8(JSON.stringify({ ...body, pad: '' })).length;
  // Beyond the classes, which only many long texts reach, in steps of the largest.
  const size = sizes.find((one) => one >= length) ?? Math.ceil(length / largest) * largest;
  return JSON.stringify({ ...body, pad: '0'.repeat(size - length) });
}
