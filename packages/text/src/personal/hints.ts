import type { Pattern } from './figures.ts';

const gap = '[ \\t\\u00a0]{1,3}';
const notWithin = '(?<![\\p{L}\\p{N}])';

// One class and one subject leave one teacher.
const classNamed: Pattern = {
  kind: 'class',
  pattern: new RegExp(
    `${notWithin}(?:lớp${gap}(?:1[0-2]|[1-9])(?:[ ]?(?:[A-ZĐ]\\d{0,2}|chuyên${gap}\\p{L}{2,7}|Toán\\d?|Lý\\d?|Hóa\\d?|Văn\\d?|Anh\\d?))?|(?:1[0-2]|[6-9])[A-ZĐ]\\d{1,2})(?![\\p{L}\\p{N}])`,
    'gu',
  ),
};

/** Large groups: who says that she belongs to one says little. */
const groups =
  'một|người|phụ huynh|giáo viên|nhân viên|học sinh|viên chức|công chức|cán bộ|đoàn viên|đảng viên|công dân|cha|mẹ|bố|ai|gì|không|chưa|đã';
/** What narrows such a group down to very few. */
const narrower = 'lớp|môn|dạy|tổ|khối|chủ nhiệm|duy nhất|mới|phụ trách|của';

const whoIAm: Pattern = {
  kind: 'self',
  pattern: new RegExp(
    `${notWithin}(?:tôi|em|mình|cháu|con tôi|con em|cháu nhà tôi)${gap}(?:là|tên là|tên)${gap}` +
      `(?!(?:${groups})(?![\\p{L}\\p{N}])(?!${gap}(?:${narrower})(?![\\p{L}\\p{N}])))` +
      `\\p{L}{1,12}(?:${gap}\\p{L}{1,12}){0,4}`,
    'giu',
  ),
};
const whatIDo: Pattern = {
  kind: 'self',
  pattern: new RegExp(
    `${notWithin}(?:tôi|em|mình)${gap}(?:(?:đang|hiện|hiện đang)${gap})?(?:dạy|phụ trách|chủ nhiệm|làm tổ|làm hiệu)(?:${gap}\\p{L}{1,12}){1,3}`,
    'giu',
  ),
};

/** What may give somebody away together with what else is known, and is often needed to be understood: for a person to judge. */
export const hints: readonly Pattern[] = [classNamed, whoIAm, whatIDo];
