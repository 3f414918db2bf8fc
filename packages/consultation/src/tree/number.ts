const letters = 'abcdđeghiklmnopqrstuvxy';
const ordinals = ['nhất', 'hai', 'ba', 'tư', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười'];
const otherOrdinals: Readonly<Record<string, number>> = { một: 1, bốn: 4, bẩy: 7, bày: 7 };

const digits: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100 };

/** A Roman number; null for letters that are none (`IIV`). */
export function fromRoman(text: string): number | null {
  const values = [...text.toLowerCase()].map((letter) => digits[letter]);
  if (values.length === 0 || values.some((value) => value === undefined)) return null;
  const sum = values.reduce<number>((total, value, i) => {
    const next = values[i + 1] ?? 0;
    return total + (value! < next ? -value! : value!);
  }, 0);
  return /^c{0,3}(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})$/i.test(text) ? sum : null;
}

/** `nhất`, `hai`, … as numbers. */
export function fromOrdinal(text: string): number | null {
  const at = ordinals.indexOf(text.toLowerCase());
  return at === -1 ? (otherOrdinals[text.toLowerCase()] ?? null) : at + 1;
}

/** Letters the law leaves out and people count with all the same, between their neighbours. */
const foreign: Readonly<Record<string, number>> = { f: 6.5, j: 9.5, w: 21.5, z: 24 };

/** Where a point stands: a 1, b 2, c 3, d 4, đ 5, e 6 … as the law orders them; `a1` stands between a and b. */
export function fromLetter(text: string): number | null {
  const found = /^([a-zđ])\1?(\d?)$/.exec(text.toLowerCase());
  if (found === null) return null;
  const at = letters.indexOf(found[1]!);
  const place = at === -1 ? foreign[found[1]!]! : at + 1;
  return place + (text.length > 1 && found[2] === '' ? letters.length : 0) + Number(found[2] || 0) / 100;
}

/** The value of a printed number: `9a` stands between 9 and 10, `1.2` behind `1.1`. */
export function fromDigits(text: string): number | null {
  const found = /^(\d+(?:[.]\d+)*)\s?([a-zđ]?)$/i.exec(text);
  if (found === null) return null;
  const last = Number(found[1]!.split('.').at(-1));
  return last + (found[2] === '' ? 0 : (fromLetter(found[2]!) ?? 0) / 100);
}

/** Whether one number comes right after the other: the next one, the same with a letter, or e after d. */
export function follows(before: number, after: number, isLetter: boolean): boolean {
  const step = after - before;
  if (step > 0 && (step <= 1 || Math.floor(after) === Math.floor(before) + 1)) return true;
  return isLetter && before === 4 && after === 6;
}
