import { EmbeddedError } from './error.ts';
import type { EmbeddedCode } from './error.ts';

// PostgreSQL speaks English here (LC_ALL=C); the first line that matches decides.
const signs: [RegExp, EmbeddedCode][] = [
  // First, because a kernel that allows no more namespaces says "No space left on device".
  [/^unshare:|cannot be run as root|"root" execution/m, 'root-refused'],
  [/No space left on device|Check free disk space|wrote only \d+ of|Disk quota exceeded|ENOSPC|EDQUOT/, 'disk-full'],
  [/pre-existing shared memory block|lock file .* already exists/, 'folder-in-use'],
  [/database files are incompatible|incompatible with server/, 'data-other-version'],
  [/Permission denied|Read-only file system|EACCES|EROFS|EPERM|could not change permissions/, 'folder-not-writable'],
  [/PANIC|checkpoint record|control file|pg_control|not a valid data directory|database system/, 'data-corrupt'],
  [/could not (open|read|access)|invalid (data|contents|page)|FATAL: +configuration file/, 'data-corrupt'],
];

/** Reads what a program of PostgreSQL said when it gave up. */
export function failureIn(output: string, folder: string): EmbeddedError {
  const sign = signs.find(([pattern]) => pattern.test(output));
  return new EmbeddedError(sign?.[1] ?? 'start-failed', folder);
}

/** Turns an error of the file system into words. */
export function failureOf(error: unknown, folder: string): EmbeddedError {
  if (error instanceof EmbeddedError) return error;
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'EEXIST') {
    return new EmbeddedError('folder-not-writable', folder);
  }
  return failureIn(String(code), folder);
}
