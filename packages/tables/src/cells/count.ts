const most = 10_000_000;
const plain = /^\d+$/;
/** Thousands as they are written in Vietnam, in English and with spaces: `1.234`, `1,234`, `1 234`. */
const grouped = /^\d{1,3}([., ])\d{3}(?:\1\d{3})*$/;
/** What a spreadsheet makes of a whole number: `12.0`. */
const decimal = /^(\d+)[.,]0+$/;

function digitsOf(text: string): string | undefined {
  if (plain.test(text)) return text;
  if (grouped.test(text)) return text.replace(/[., ]/g, '');
  return decimal.exec(text)?.[1];
}

/** How many people: a whole number from 0 to ten million; `undefined`: none of that. */
export function countIn(text: string): number | undefined {
  const digits = digitsOf(text);
  if (digits === undefined || digits.length > 12) return undefined;
  return Number(digits) <= most ? Number(digits) : undefined;
}
