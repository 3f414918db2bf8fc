export { isBounded, partsOf, type Bounds, type Part } from './archive.ts';
export { decode, decodeText } from './encoding.ts';
export { isWholePdf } from './pdf.ts';
export { readShowable, SHOWABLE, showableMedia, type ReadShowable, type ShowableMedia } from './picture/read.ts';
