export { canonicalJson } from './canonicalJson.ts';
export { fromBase64Url, fromHex, toBase64Url, toHex, utf8 } from './encoding.ts';
export { padToBucket, unpad } from './padding.ts';
export { compareBytes, concat } from './sequence.ts';
