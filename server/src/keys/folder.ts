import { access, mkdir, open, readFile, readdir, rename, rm, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { syncFolder, writeDurably } from '../durable.ts';

/** A key is missing or cannot be read. The code is what the log shows; docs/operations.md says what to do. */
export class KeysAway extends Error {
  readonly code = 'keys-away';

  constructor() {
    super('keys-away');
    this.name = 'KeysAway';
  }
}

/**
 * What is known of a key. `destroyed`: by us, an empty file `<name>.destroyed` says so. `lost`: it is missing, and whoever
 * runs the machine has declared it lost. `away`: missing or unreadable for whatever reason; a disk that is not mounted
 * looks like this, so nothing may be concluded from it.
 */
export type KeyState = 'there' | 'destroyed' | 'lost' | 'away';

/**
 * Keys outside the database, one file each: `<folder>/<survey>/<name>`. The folder is left out of every backup, so that
 * a dump, a replica or the write-ahead log alone opens nothing.
 */
export interface KeyFolder {
  /** For a new survey only: a folder that is away must not come back empty. */
  create(survey: string): Promise<void>;
  write(survey: string, name: string, key: Uint8Array): Promise<void>;
  /** @throws KeysAway */
  read(survey: string, name: string): Promise<Buffer>;
  stateOf(survey: string, name: string): Promise<KeyState>;
  /** Keys that are there. */
  names(survey: string): Promise<string[]>;
  destroy(survey: string, name: string): Promise<void>;
  /** `first` goes before all others: whoever finds it there knows that nothing has been destroyed yet. */
  destroyAll(survey: string, first: string): Promise<void>;
  /** Takes away a file that holds no key, if it is there: a declaration that has been acted upon. */
  clear(survey: string, name: string): Promise<void>;
}

/** A file of this name in a survey's folder declares lost whatever key is missing there. */
export const declaration = 'lost';

const destroyed = '.destroyed';

/** Overwritten, then emptied; a copying file system may still keep blocks, which docs/privacy.md says. */
async function empty(path: string): Promise<void> {
  const handle = await open(path, 'r+');
  try {
    const { size } = await handle.stat();
    await handle.write(Buffer.alloc(size), 0, size, 0);
    await handle.sync();
    await handle.truncate();
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function listFolder(folder: string): Promise<string[]> {
  return readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

/** Empty or zeros are a key whose destruction was cut short. */
const holdsAKey = (content: Buffer): boolean => content.some((byte) => byte !== 0);

/** The key, `undefined` where there is no file that holds one. Throws where that cannot be told. */
async function keyIn(folder: string, name: string): Promise<Buffer | undefined> {
  const content = await readFile(join(folder, name)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  return content && holdsAKey(content) ? content : undefined;
}

async function stateIn(folder: string, name: string): Promise<KeyState> {
  try {
    if (await keyIn(folder, name)) return 'there';
  } catch {
    return 'away';
  }
  if (await exists(join(folder, declaration))) return 'lost';
  const wasDestroyed = (await exists(join(folder, `${name}${destroyed}`))) || (await exists(join(folder, name)));
  return wasDestroyed ? 'destroyed' : 'away';
}

export function keyFolder(root: string): KeyFolder {
  const folder = (survey: string) => join(root, survey);
  return {
    async create(survey) {
      await mkdir(folder(survey), { recursive: true, mode: 0o700 });
      await syncFolder(root);
    },
    write: (survey, name, key) => writeDurably(folder(survey), name, key),
    async read(survey, name) {
      const key = await keyIn(folder(survey), name).catch(() => undefined);
      if (!key) throw new KeysAway();
      return key;
    },
    stateOf: (survey, name) => stateIn(folder(survey), name),
    async names(survey) {
      const names = await listFolder(folder(survey));
      return names.filter((name) => name !== declaration && !name.endsWith(destroyed));
    },
    async destroy(survey, name) {
      const path = join(folder(survey), name);
      await empty(path);
      await rename(path, `${path}${destroyed}`);
      await syncFolder(folder(survey));
    },
    async destroyAll(survey, first) {
      const names = (await listFolder(folder(survey))).sort((a, b) => Number(b === first) - Number(a === first));
      for (const name of names) await empty(join(folder(survey), name));
      for (const name of names) await rm(join(folder(survey), name));
      await rmdir(folder(survey)).catch(() => undefined);
    },
    clear: (survey, name) => rm(join(folder(survey), name), { force: true }),
  };
}
