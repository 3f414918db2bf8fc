import { createHash } from 'node:crypto';
import { customAlphabet } from 'nanoid';

const howMany = 8;
/** Written down and typed: one case, nothing that looks like something else. 78 bits, so that a fast hash is enough. */
const draw = customAlphabet('23456789abcdefghjkmnpqrstvwxyz', 16);

export function newCodes(): string[] {
  return Array.from({ length: howMany }, () => draw().replace(/(.{4})(?=.)/g, '$1-'));
}

/** However it was typed: capitals, blanks and dashes do not matter. */
export function hashOfCode(code: string): Buffer {
  return createHash('sha256')
    .update(code.toLowerCase().replace(/[^a-z0-9]/g, ''))
    .digest();
}
