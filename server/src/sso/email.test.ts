import { expect, test } from 'vitest';
import { loginOfEmail } from './email.ts';

test.each([
  ['lan@truong.edu.vn', 'lan@truong.edu.vn'],
  ['Lan.Nguyen+so@Truong.EDU.vn', 'lan.nguyen+so@truong.edu.vn'],
])('%s stands for the login %s', (email, login) => {
  expect(loginOfEmail(email)).toBe(login);
});

test.each([
  ['a name without a place', 'quan-tri'],
  ['a letter that folds into an ASCII one', '\u212aim@truong.edu.vn'],
  ['a letter that only looks like one', 'l\u0430n@truong.edu.vn'],
  ['blanks around it', ' lan@truong.edu.vn'],
  ['a line break', 'lan@truong.edu.vn\n'],
  ['nothing before the sign', '@truong.edu.vn'],
  ['nothing', ''],
  ['more than a login can hold', `${'l'.repeat(100)}@truong.edu.vn`],
])('%s stands for no login', (_what, email) => {
  expect(loginOfEmail(email)).toBeUndefined();
});
