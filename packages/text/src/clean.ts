// C0 (without tab and newline), DEL and C1; PostgreSQL cannot store U+0000 and screens show nothing for the rest.
// Bidi overrides and isolates (U+202A–202E, U+2066–2069) reorder text after a moderator has read it ("Trojan Source",
// CVE-2021-42574). Right-to-left letters and the plain marks U+200E, U+200F stay.
// eslint-disable-next-line no-control-regex
const UNSAFE = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/;
const EVERY_UNSAFE = new RegExp(UNSAFE, 'g');

/** Unicode Normalization Form C, in which everything is stored and compared. */
export function nfc(text: string): string {
  return text.normalize('NFC');
}

/** Whether the text carries something `cleanText` takes out; a CRLF counts, because its CR is a control. */
export function hasUnsafeControls(text: string): boolean {
  return UNSAFE.test(text) || !text.isWellFormed();
}

/**
 * Text as it may be stored and shown: NFC, newlines as LF, no control characters but newline and tab, no bidi
 * overrides, lone surrogates replaced by U+FFFD. Emoji and right-to-left letters stay. Idempotent.
 */
export function cleanText(text: string): string {
  if (!hasUnsafeControls(text)) return nfc(text);
  return nfc(text.replace(/\r\n?/g, '\n').replace(EVERY_UNSAFE, '').toWellFormed());
}
