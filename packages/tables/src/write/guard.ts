/** What a spreadsheet would run (OWASP, CSV Injection), and what we have guarded already. */
const dangerous = /^'*[=+\-@|\t\r\n]/;

/** The text as no spreadsheet takes it for a formula: an apostrophe in front where it would. */
export function guard(text: string): string {
  return dangerous.test(text) ? `'${text}` : text;
}

/** The text before it was guarded. `unguard(guard(text))` is `text`, for any text. */
export function unguard(text: string): string {
  return text.startsWith("'") && dangerous.test(text) ? text.slice(1) : text;
}
