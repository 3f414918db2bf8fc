/** Crockford's thirty-two: no I, L and O, which are read as 1, 1 and 0, and no U. */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

const VALUES = new Map([...SIGNS].map((sign, value) => [sign, value]));
for (const [like, sign] of ['O0', 'I1', 'L1']) VALUES.set(like!, VALUES.get(sign!)!);

/** The sign of a value from 0 to 31. */
export const signOf = (value: number): string => SIGNS.charAt(value);

/** The value of a capital sign, -1 for what is none. */
export const valueOf = (sign: string): number => VALUES.get(sign) ?? -1;

/** Bytes as values of five bits, the first bit first; the bits have to come out even. */
export function fives(bytes: Uint8Array): number[] {
  return regroup(bytes, 8, 5);
}

/** What `fives` took apart. */
export function bytesOf(values: readonly number[]): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(regroup(values, 5, 8));
}

function regroup(values: Iterable<number>, from: number, to: number): number[] {
  const out: number[] = [];
  let [bits, held] = [0, 0];
  for (const value of values) {
    bits = ((bits << from) | value) & 0xfff;
    for (held += from; held >= to; held -= to) out.push((bits >> (held - to)) & ((1 << to) - 1));
  }
  return out;
}
