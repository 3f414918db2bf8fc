import { mkdtempSync } from 'node:fs';
import { readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openSeals } from './seals.ts';

const folder = () => mkdtempSync(join(tmpdir(), 'danban-seals-'));
const secret = Buffer.from('twenty bytes of luck');

test('what was sealed is opened for the same account alone, also by another process', async () => {
  const keys = folder();
  const sealed = await openSeals(keys).seal(secret, 'lan');
  expect(sealed.sealed.includes(secret)).toBe(false);
  expect(await openSeals(keys).open(sealed, 'lan')).toEqual(secret);
  expect(await openSeals(keys).open(sealed, 'hoa')).toBeUndefined();
});

test('the same secret is never sealed the same way twice, and under one key', async () => {
  const seals = openSeals(folder());
  const [one, other] = [await seals.seal(secret, 'lan'), await seals.seal(secret, 'lan')];
  expect(one.sealed.equals(other.sealed)).toBe(false);
  expect(one.keyName).toBe(other.keyName);
});

test('one bit that was changed opens nothing', async () => {
  const seals = openSeals(folder());
  const { keyName, sealed } = await seals.seal(secret, 'lan');
  for (const place of [0, 12, sealed.length - 1]) {
    const changed = Buffer.from(sealed);
    changed[place]! ^= 1;
    expect(await seals.open({ keyName, sealed: changed }, 'lan')).toBeUndefined();
  }
});

test('the key lies in a folder of its own that only its owner reads; without it nothing opens, and a name is no path', async () => {
  const keys = folder();
  const seals = openSeals(keys);
  const sealed = await seals.seal(secret, 'lan');
  const [name] = await readdir(join(keys, 'staff'));
  expect((await stat(join(keys, 'staff'))).mode & 0o777).toBe(0o700);
  expect((await stat(join(keys, 'staff', name!))).mode & 0o777).toBe(0o600);
  expect(await seals.open({ ...sealed, keyName: `../staff/${name}` }, 'lan')).toBeUndefined();
  await rm(join(keys, 'staff'), { recursive: true });
  expect(await seals.open(sealed, 'lan')).toBeUndefined();
});
