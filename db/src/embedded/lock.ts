import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { EmbeddedError } from './error.ts';
import { failureOf } from './failure.ts';

const busy = 5;

/**
 * Claims the folder for this application until `release`. Node has no file lock of its own; SQLite's is the
 * kernel's, so it also ends with a killed process and leaves nothing stale behind, as a file with a pid would.
 * @throws EmbeddedError folder-in-use
 */
export function claim(dataDir: string): { release(): void } {
  const path = join(dataDir, 'lock');
  let file: DatabaseSync | undefined;
  try {
    file = new DatabaseSync(path);
    file.exec('begin exclusive');
  } catch (error) {
    file?.close();
    if ((error as { errcode?: number }).errcode === busy) throw new EmbeddedError('folder-in-use', dataDir);
    throw failureOf(reasonAt(path) ?? { code: 'EACCES' }, dataDir);
  }
  const held = file;
  return { release: () => held.close() };
}

// SQLite keeps the system's reason to itself. Never done to a held lock: closing a file would free it.
function reasonAt(path: string): unknown {
  try {
    closeSync(openSync(path, 'a'));
    return undefined;
  } catch (error) {
    return error;
  }
}
