import { fromBase64Url, toBase64Url } from './encoding.ts';

/** base64 with padding (RFC 4648 §4). */
export function toBase64(bytes: Uint8Array): string {
  const text = toBase64Url(bytes).replaceAll('-', '+').replaceAll('_', '/');
  return text + '='.repeat((4 - (text.length % 4)) % 4);
}

/** Bytes of base64 with padding. Throws TypeError for every spelling but the one of \`toBase64\`. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const isWhole = text.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(text);
  if (!isWhole) throw new TypeError('not base64');
  return fromBase64Url(text.replace(/=+$/, '').replaceAll('+', '-').replaceAll('/', '_'));
}
