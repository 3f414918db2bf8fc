import { createHash, randomBytes } from 'node:crypto';

const tokenShape = /^[A-Za-z0-9_-]{43}$/;

/** 256 bits of chance, as they stand in a cookie or a link. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What the database keeps: a token of full entropy needs no salt and no slow hash. */
export function hashOfToken(token: string): Buffer {
  return createHash('sha256').update(token, 'ascii').digest();
}

export function isToken(value: string | undefined): value is string {
  return value !== undefined && tokenShape.test(value);
}
