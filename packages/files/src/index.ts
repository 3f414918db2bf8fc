export { isBounded, partsOf, type Bounds, type Part } from './archive.ts';
export { decode, decodeText } from './encoding.ts';
