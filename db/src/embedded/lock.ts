import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { EmbeddedError } from './error.ts';

const busy = 5;

/**
 * Claims the folder for this application until `release`. Node has no file lock of its own; SQLite's is the
 * kernel's, so it also ends with a killed process and leaves nothing stale behind, as a file with a pid would.
 * @throws EmbeddedError folder-in-use
 */
export function claim(dataDir: string): { release(): void } {
  let file: DatabaseSync | undefined;
  try {
    file = new DatabaseSync(join(dataDir, 'lock'));
    file.exec('begin exclusive');
  } catch (error) {
    file?.close();
    const taken = (error as { errcode?: number }).errcode === busy;
    throw new EmbeddedError(taken ? 'folder-in-use' : 'folder-not-writable', dataDir);
  }
  const held = file;
  return { release: () => held.close() };
}
