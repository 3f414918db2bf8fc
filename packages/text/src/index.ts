export { cleanText, hasUnsafeControls, nfc } from './clean.ts';
export { searchKey } from './searchKey.ts';
