import { Secret, TOTP } from 'otpauth';

/** RFC 6238 as every app for codes on a phone does it: SHA-1, six digits, thirty seconds. */
const period = 30;
/** A code of the half minute before and after counts, because clocks differ. */
const drift = 1;
export const secretBytes = 20;

function of(secret: Uint8Array, label = ''): TOTP {
  const { buffer } = Uint8Array.from(secret);
  return new TOTP({ issuer: 'Dân Bàn', label, period, digits: 6, algorithm: 'SHA1', secret: new Secret({ buffer }) });
}

/** The half minute this code belongs to; undefined where it is none of now. */
export function stepOf(secret: Uint8Array, code: string, now: Date): number | undefined {
  // The library falls over digits of other scripts.
  if (!/^\d{6}$/.test(code)) return undefined;
  const delta = of(secret).validate({ token: code, timestamp: now.getTime(), window: drift });
  return delta === null ? undefined : Math.floor(now.getTime() / 1000 / period) + delta;
}

/** What an app scans, and the letters to type where it cannot. */
export function enrolment(secret: Uint8Array, login: string): { address: string; key: string } {
  const totp = of(secret, login);
  return { address: totp.toString(), key: totp.secret.base32.replace(/(.{4})(?=.)/g, '$1 ') };
}
