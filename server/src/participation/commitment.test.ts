import { createHash, randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { commitmentTo, hashOfLine } from './commitment.ts';

const person = { unit: 'THPT.CTN', name: 'Trần Thị Ví Dụ', email: null, phone: null };

test('a commitment is the hash of all lines in the order of their hashes, in whatever order they come', async () => {
  const lines = Array.from({ length: 2_000 }, () => hashOfLine(person, randomBytes(32)));
  const sorted = lines.map((line) => line.toString('hex')).sort();
  const plainly = createHash('sha256')
    .update('danban/roster/v1')
    .update(Buffer.from(sorted.join(''), 'hex'))
    .digest();
  expect(await commitmentTo(lines)).toEqual(plainly);
  expect(await commitmentTo(lines.toReversed())).toEqual(plainly);
  expect(await commitmentTo(lines.slice(1))).not.toEqual(plainly);
});
