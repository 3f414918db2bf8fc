/**
 * What a spreadsheet would run (OWASP, CSV Injection; full-width signs too) or turn into a date, and what has been
 * guarded already.
 */
const misread = /^'*(?:\s*[=+\-@＝＋－＠\t\r\n]|\d{1,4}(?:[-/]\d{1,4}){1,2}$)/;

/** The text as a spreadsheet takes it for what it is: an apostrophe in front where it would not. */
export function guard(text: string): string {
  return misread.test(text) ? `'${text}` : text;
}

/** The text before it was guarded. `unguard(guard(text))` is `text`, for any text. */
export function unguard(text: string): string {
  return text.startsWith("'") && misread.test(text) ? text.slice(1) : text;
}
