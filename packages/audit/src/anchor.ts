import type { Head } from './link.ts';

// 80 bits: nobody finds a second history that ends in the same noted digits.
const noted = 20;

/** A head as it is written down by hand: its number and the first 20 digits of its hash, `1284:3f9a-77c2-…`. */
export function anchorText({ seq, hash }: Head): string {
  return `${seq}:${hash.slice(0, noted).match(/.{4}/g)?.join('-') ?? ''}`;
}

/** A noted head: act `seq` had a hash that begins with `begins`. */
export interface Anchor {
  seq: number;
  begins: string;
}

/** Reads what `anchorText` wrote or a full hash, with or without hyphens, in either case; null for anything else. */
export function parseAnchor(text: string): Anchor | null {
  const [, number = '', digits = ''] = /^\s*([1-9]\d{0,9}):([0-9a-f-]+)\s*$/i.exec(text) ?? [];
  const begins = digits.replaceAll('-', '').toLowerCase();
  return begins.length >= noted && begins.length <= 64 ? { seq: Number(number), begins } : null;
}
