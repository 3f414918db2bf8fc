export { cleanText, hasUnsafeControls, nfc } from './clean.ts';
export { nameKey } from './nameKey.ts';
export { searchKey } from './searchKey.ts';
export { isSyllable } from './syllable.ts';
export { readAs, writingsOf, type Writing } from './writing.ts';
export { smsSize, type SmsSize } from './sms.ts';
export { withoutMarks } from './withoutMarks.ts';
