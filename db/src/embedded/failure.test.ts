import { expect, test } from 'vitest';
import { failureIn } from './failure.ts';

test.each([
  ['unshare: unshare failed: No space left on device', 'root-refused'],
  ['unshare: unshare failed: Operation not permitted', 'root-refused'],
  ['unshare: spawn unshare ENOENT', 'root-refused'],
  ['FATAL:  could not extend file "base/1/2691": No space left on device', 'disk-full'],
  ['error: could not extend file "base/5/2691": wrote only 4096 of 8192 bytes at block 10', 'disk-full'],
  ['FATAL:  database files are incompatible with server', 'data-other-version'],
  ['FATAL:  could not open directory "pg_wal": Permission denied', 'folder-not-writable'],
  ['PANIC:  could not locate a valid checkpoint record at 0/1776DE8', 'data-corrupt'],
  ['FATAL:  pre-existing shared memory block (key 1, ID 2) is still in use', 'folder-in-use'],
  ['something never heard of', 'start-failed'],
])('"%s" means %s', (said, code) => {
  expect(failureIn(said, '/data')).toMatchObject({ code, folder: '/data' });
});
