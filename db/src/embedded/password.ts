import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Windows has no socket folder to guard, so the server there asks for a password kept in the data folder. */
export function windowsPassword(dataDir: string): string | undefined {
  if (process.platform !== 'win32') return undefined;
  const file = join(dataDir, 'password');
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : randomBytes(24).toString('base64url');
}
