import { loginShape } from '@danban/contract';
import { z } from 'zod';

/** Length is what counts against guessing (NIST SP 800-63B); the upper end keeps hashing cheap. */
export const password = z.string().min(10).max(200);

export const login = z
  .string()
  .max(200)
  .transform((text) => text.trim().toLowerCase())
  .refine(isLogin, { params: { code: 'login-shape' } });

/** Whether anybody can have this login; the database is not asked for what no account can be called. */
export function isLogin(text: string): boolean {
  return loginShape.test(text);
}

/** Wrong shapes are wrong credentials, not invalid input: only the size is bounded here. */
export const signIn = z.strictObject({ login: z.string().max(200), password: z.string().max(1000) });
export const useLink = z.strictObject({ token: z.string().max(200) });
export const choosePassword = z.strictObject({ password, current: z.string().max(1000).optional() });
