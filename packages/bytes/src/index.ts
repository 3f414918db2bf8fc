export { canonicalJson } from './canonicalJson.ts';
export { fromBase64Url, fromHex, toBase64Url, toHex, utf8 } from './encoding.ts';
export { fromBase64, toBase64 } from './base64.ts';
export type { Sha256 } from './hash.ts';
export { padToBucket, unpad } from './padding.ts';
export { compareBytes, concat } from './sequence.ts';
