import { isSyllable, readAs, writingsOf } from '@danban/text';

// A global that browsers and Node share; the packages are compiled without either's library.
declare const TextDecoder: new (label?: string, options?: { fatal?: boolean }) => { decode(bytes: Uint8Array): string };

/** Bytes as text in an encoding of WHATWG Encoding, a byte-order mark left out; what does not fit becomes U+FFFD. */
export function decode(bytes: Uint8Array, label = 'utf-8'): string {
  return new TextDecoder(label).decode(bytes);
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Every other byte of Latin text in UTF-16 is zero; which one tells the order of the two. */
function utf16Of(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const start = bytes.subarray(0, 2000);
  const zeros = [0, 0] as [number, number];
  start.forEach((byte, i) => void (byte === 0 && (zeros[i % 2 === 0 ? 0 : 1] += 1)));
  if (Math.max(...zeros) < start.length / 6) return undefined;
  return zeros[1] > zeros[0] ? 'utf-16le' : 'utf-16be';
}

/** How many words with marks are Vietnamese. */
function fluency(text: string): number {
  return text.split(/[\s!-/:-@[-`{-~]+/).filter((word) => /[^\p{ASCII}]/u.test(word) && isSyllable(word)).length;
}

function mended(text: string): string {
  return text
    .split('\n')
    .map((line) => readAs(writingsOf(line)[0] ?? 'unicode', line))
    .join('\n');
}

/** One byte per letter: the code page of Windows for Vietnamese, or a font from before on a Western Windows. */
function singleByteOf(bytes: Uint8Array): string {
  const sample = bytes.subarray(0, 100_000);
  const vietnamese = fluency(decode(sample, 'windows-1258'));
  return fluency(mended(decode(sample, 'windows-1252'))) > vietnamese ? 'windows-1252' : 'windows-1258';
}

/**
 * Bytes of a text file as text: UTF-8 and UTF-16 with or without a byte-order mark, Windows-1258, or Windows-1252 when
 * that reads better (TCVN3 and VNI come that way; `repair` reads them on). Decoding never fails.
 */
export function decodeText(bytes: Uint8Array): string {
  const label = utf16Of(bytes) ?? (isUtf8(bytes) ? 'utf-8' : singleByteOf(bytes));
  return decode(bytes, label);
}
