import { expect, test } from 'vitest';
import { isEmail, phoneIn } from './contact.ts';

test.each([
  ['0912 345 678', '0912345678'],
  ['912345678', '0912345678'],
  ['+84 912.345.678', '+84912345678'],
  ['(024) 3936-1234', '02439361234'],
  ['12', undefined],
  ['0912 345 678 hoặc 2', undefined],
])('a phone number "%s" is %s', (text, phone) => {
  expect(phoneIn(text)).toBe(phone);
});

test.each([
  ['an@truong.edu.vn', true],
  ['an@truong', false],
  ['an <an@truong.edu.vn>', false],
  ['an@truong.edu.vn, binh@truong.edu.vn', false],
])('"%s" is an address: %s', (text, is) => {
  expect(isEmail(text)).toBe(is);
});
