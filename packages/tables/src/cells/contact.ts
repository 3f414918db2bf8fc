const email = /^[^@\s<>(),;:"]+@[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+$/;

/** Whether a text in small letters is written as an address of e-mail is. */
export function isEmail(text: string): boolean {
  return text.length <= 254 && email.test(text);
}

/**
 * A phone number as its digits, `+` before a country's code: "0912 345 678", "(84) 912.345.678". A spreadsheet that took it
 * for a number has dropped the nought before it: nine digits get it back. `undefined`: this is none.
 */
export function phoneIn(text: string): string | undefined {
  if (!/^\+?[\d\s.()-]+$/.test(text)) return undefined;
  const digits = text.replace(/\D/g, '');
  if (digits.length < 9 || digits.length > 15) return undefined;
  if (text.startsWith('+')) return `+${digits}`;
  return digits.length === 9 && !digits.startsWith('0') ? `0${digits}` : digits;
}
