import { isLogin } from '../sessions/inputs.ts';

/**
 * The login a verified e-mail address stands for; undefined: it stands for none. Folded only within ASCII: other letters
 * become ASCII when they are folded (the sign for Kelvin is a k), and would open somebody else's account.
 */
export function loginOfEmail(email: string): string | undefined {
  if (!/^[\x21-\x7e]+@[\x21-\x7e]+$/.test(email)) return undefined;
  const login = email.toLowerCase();
  return isLogin(login) ? login : undefined;
}
