import { nfc } from '../clean.ts';
import { apart } from './find.ts';
import type { PersonalKind, Span } from './span.ts';

/** What stands in place of what was masked, in the language opinions are written in. */
export const placeholders: Readonly<Record<PersonalKind, string>> = {
  person: '[tên người]',
  phone: '[số điện thoại]',
  email: '[thư điện tử]',
  link: '[liên kết]',
  citizenId: '[số định danh]',
  identityCard: '[số chứng minh]',
  healthCard: '[thẻ bảo hiểm y tế]',
  socialInsurance: '[mã bảo hiểm xã hội]',
  taxCode: '[mã số thuế]',
  bankAccount: '[số tài khoản]',
  bankCard: '[số thẻ]',
  plate: '[biển số xe]',
  birthDate: '[ngày sinh]',
  address: '[địa chỉ]',
  class: '[lớp]',
  self: '[về người viết]',
  other: '[đã che]',
};

/** The text, in NFC, with a placeholder in place of each span; nothing else of it changes. Spans may overlap. */
export function masked(text: string, spans: readonly Span[]): string {
  const composed = nfc(text);
  let [out, from] = ['', 0];
  for (const { kind, start, end } of apart(spans)) {
    out += composed.slice(from, start) + placeholders[kind];
    from = end;
  }
  return out + composed.slice(from);
}
