import { idShape } from '@danban/contract';
import { searchKey } from '@danban/text';

export function isCode(text: string): boolean {
  return idShape.test(text);
}

/** A code such as was perhaps meant: "THPT Trần Phú" → "THPT-TRAN-PHU"; empty where there is none. */
export function codeLike(text: string): string {
  return searchKey(text)
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 100);
}
