import type { PersonalKind } from './span.ts';

/** A pattern that needs no more than its own line; group 1, where there is one, is what tells. */
export interface Pattern {
  readonly kind: PersonalKind;
  readonly pattern: RegExp;
  readonly accepts?: (found: string) => boolean;
}

/** Up to two signs between two digits: people write "0912. 345 - 678". */
const gap = '[ .\\-\\u2013\\u00a0]{0,3}';
const digits = (count: number): string => `(?:${gap}\\d){${count}}`;
/** "09-10-2023 14" has as many digits as a telephone. */
const noDate = '(?!\\d{1,2}[ .\\-\\u2013]{1,3}\\d{1,2}[ .\\-\\u2013]{1,3}(?:19|20)\\d{2}(?!\\d))';
const before = '(?<![\\d+])';
const after = '(?!\\d)';

const digitsOf = (text: string): number[] => [...text.replace(/\D/g, '')].map(Number);

/** ISO/IEC 7812-1, annex B. */
function hasCheckDigit(card: string): boolean {
  const sum = digitsOf(card)
    .reverse()
    .map((digit, at) => (at % 2 === 0 ? digit : digit > 4 ? digit * 2 - 9 : digit * 2))
    .reduce((one, other) => one + other, 0);
  return sum % 10 === 0;
}

const email: Pattern = {
  kind: 'email',
  pattern: /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,6}/giu,
};
const link: Pattern = {
  kind: 'link',
  pattern:
    /(?<!\p{L})(?:https?:\/\/)?(?:www\.|m\.)?(?:facebook|fb|zalo|instagram|tiktok|messenger)\.(?:com|me|vn)\/[^\s,;)\]]{1,300}/giu,
};
// Province 001 to 096, century and sex 0 to 3, year, six more.
const citizenId: Pattern = {
  kind: 'citizenId',
  pattern: new RegExp(`(?<!\\d)0(?:0[1-9]|[1-8]\\d|9[0-6])${gap}[0-3]\\d{2}${gap}\\d{3}${gap}\\d{3}${after}`, 'gu'),
};
const mobile: Pattern = {
  kind: 'phone',
  pattern: new RegExp(
    `${before}${noDate}(?:(?:\\+|00)?84|0)${gap}\\(?(?:3${gap}[2-9]|5${gap}[25689]|7${gap}[06-9]|8${gap}[1-9]|9${gap}\\d)\\)?${digits(7)}${after}`,
    'gu',
  ),
};
const landline: Pattern = {
  kind: 'phone',
  pattern: new RegExp(
    `${before}${noDate}\\(?(?:(?:\\+|00)?84${gap}|0)(?:2[48]\\)?${digits(8)}|2\\d{2}\\)?${digits(7)})${after}`,
    'gu',
  ),
};
const healthCard: Pattern = {
  kind: 'healthCard',
  pattern: /(?<!\p{L})[A-Z]{2}[ .-]?[1-5][ .-]?\d{2}[ .-]?(?:\d[ .-]?){9}\d(?!\d)/gu,
};
const socialInsurance: Pattern = {
  kind: 'socialInsurance',
  pattern: /(?:BHXH|bảo hiểm xã hội|số sổ|mã số BH)[^\d\n[]{0,25}(\d{10})(?!\d)/giu,
};
const identityCard: Pattern = {
  kind: 'identityCard',
  pattern: /(?:CMND|CMT|chứng minh(?: thư| nhân dân)?)[^\d\n[]{0,20}(\d{3}[ .-]?\d{3}[ .-]?\d{3})(?!\d)/giu,
};
const taxCode: Pattern = {
  kind: 'taxCode',
  pattern: /(?:MST|mã số thuế)[^\d\n[]{0,15}(\d{12}|\d{10}(?:-\d{3})?)(?!\d)/giu,
};
const bankAccount: Pattern = {
  kind: 'bankAccount',
  pattern:
    /(?:STK|số tài khoản|số TK|tài khoản|chuyển khoản|Vietcombank|VCB|BIDV|Agribank|VietinBank|MB ?Bank|Techcombank|TPBank|ACB|VPBank|Sacombank)[^\d\n[]{0,25}(\d(?:[ .-]?\d){7,18})(?!\d)/giu,
};
const bankCard: Pattern = {
  kind: 'bankCard',
  pattern: /(?<!\d)(?:\d[ -]?){15}\d(?!\d)/gu,
  accepts: hasCheckDigit,
};
const plate: Pattern = {
  kind: 'plate',
  pattern: /(?<!\p{N})(?:1[1-9]|[2-9]\d)[ -]?[A-ZĐ]{1,2}\d?[ .-]{1,2}(?:\d{3}\.?\d{2}|\d{4})(?!\d)/gu,
};
const birthDate: Pattern = {
  kind: 'birthDate',
  pattern:
    /(?:sinh (?:ngày|năm)|ngày sinh|(?<![\p{L}\p{N}])SN)[^\d\n[]{0,8}(\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)\d{2}|(?:19|20)\d{2})(?!\d)/giu,
};
const address: Pattern = {
  kind: 'address',
  pattern:
    /(?<!\p{L})(?:số nhà|nhà số|ngõ|ngách|hẻm|tổ dân phố|xóm|thôn|đội)[ \u00a0]{1,3}(?:số[ \u00a0]{1,3})?\d{1,4}[A-Za-z]?(?:\/\d{1,4}){0,3}(?![\p{L}\d])/giu,
};

/** Numbers and addresses that lead to one person. Every repetition is bounded, so none of them walks a text twice. */
export const figures: readonly Pattern[] = [
  email,
  link,
  citizenId,
  mobile,
  landline,
  healthCard,
  socialInsurance,
  identityCard,
  taxCode,
  bankAccount,
  bankCard,
  plate,
  birthDate,
  address,
];
