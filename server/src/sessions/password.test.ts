import { expect, test } from 'vitest';
import { hashPassword, isPassword, isTooCommon } from './password.ts';

test('a password is recognised, another is not', async () => {
  const stored = await hashPassword('dân biết dân bàn');
  expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
  expect(await isPassword(stored, 'dân biết dân bàn')).toBe(true);
  expect(await isPassword(stored, 'dân biết dân làm')).toBe(false);
});

test('a password typed with decomposed letters is the same password', async () => {
  const stored = await hashPassword('Tiếng Việt'.normalize('NFD'));
  expect(await isPassword(stored, 'Tiếng Việt'.normalize('NFC'))).toBe(true);
});

test('a hash of the reference implementation is read (phc-winner-argon2, test.c, version 19)', async () => {
  const stored = '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc';
  expect(await isPassword(stored, 'password')).toBe(true);
});

test('where there is no password every password is wrong', async () => {
  expect(await isPassword(null, '')).toBe(false);
});

test('what is not Argon2id is never a hash to compare with', async () => {
  await expect(isPassword('$2b$10$abcdefghijklmnopqrstuv', 'x')).rejects.toThrow('not Argon2id');
});

test('what anybody tries first is refused: the login, one character, keys in a row, a common word with digits', () => {
  const worst = ['12345678901', 'aaaaaaaaaa', '1212121212', 'abcdefghij', 'qwertyuiop', '0987654321', '          '];
  const words = ['Password123', 'mật khẩu 123', 'matkhau1234', 'Admin@12345', 'LAN.Nguyen'];
  for (const password of [...worst, ...words])
    expect([password, isTooCommon(password, 'lan.nguyen')]).toEqual([password, true]);
  const fair = ['dân biết dân bàn', 'mot cau that dai', '0912 004 771', 'lan.nguyen thích mưa', 'mật khẩu của lan nè'];
  for (const password of fair) expect([password, isTooCommon(password, 'lan.nguyen')]).toEqual([password, false]);
});
