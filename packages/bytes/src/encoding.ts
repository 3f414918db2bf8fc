// The two globals that browsers and Node share; the packages are compiled without either's library.
declare const TextEncoder: new () => { encode(text: string): Uint8Array<ArrayBuffer> };

const encoder = new TextEncoder();
const HEX = '0123456789abcdef';
const BASE64URL = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
/** By character code; what is no letter of the alphabet has none. */
const NONE = 255;
const SEXTETS = new Uint8Array(128).fill(NONE);
for (let sextet = 0; sextet < 64; sextet++) SEXTETS[BASE64URL.charCodeAt(sextet)] = sextet;

/** UTF-8 bytes of a string; a lone surrogate becomes U+FFFD (WHATWG Encoding). */
export function utf8(text: string): Uint8Array<ArrayBuffer> {
  return encoder.encode(text);
}

/** Lower-case hexadecimal, two digits a byte. */
export function toHex(bytes: Uint8Array): string {
  let out = '';
  for (const byte of bytes) out += HEX.charAt(byte >> 4) + HEX.charAt(byte & 15);
  return out;
}

/** Bytes of hexadecimal digits of either case. Throws TypeError for an odd length or another character. */
export function fromHex(text: string): Uint8Array<ArrayBuffer> {
  if (text.length % 2 !== 0 || !/^[0-9a-f]*$/i.test(text)) throw new TypeError('not hexadecimal');
  const out = new Uint8Array(text.length / 2);
  for (let at = 0; at < out.length; at++) out[at] = Number.parseInt(text.slice(2 * at, 2 * at + 2), 16);
  return out;
}

/** base64url without padding (RFC 4648 §5). */
export function toBase64Url(bytes: Uint8Array): string {
  let out = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const group = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    const letters = Math.min(4, bytes.length - at + 1);
    for (let letter = 0; letter < letters; letter++) out += BASE64URL.charAt((group >> (18 - 6 * letter)) & 63);
  }
  return out;
}

/**
 * Bytes of base64url without padding (RFC 4648 §5). Throws TypeError for another alphabet, padding, an impossible
 * length or left-over bits, so that every byte string has exactly one accepted spelling.
 */
export function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array(Math.floor((text.length * 3) / 4));
  let bits = 0;
  let held = 0;
  let at = 0;
  for (let letter = 0; letter < text.length; letter++) {
    const sextet = SEXTETS[text.charCodeAt(letter)] ?? NONE;
    if (sextet === NONE) throw new TypeError('not base64url');
    bits = ((bits << 6) | sextet) & 0xfff;
    held += 6;
    if (held < 8) continue;
    held -= 8;
    out[at++] = bits >> held;
  }
  if (held >= 6 || (bits & ((1 << held) - 1)) !== 0) throw new TypeError('not base64url');
  return out;
}
