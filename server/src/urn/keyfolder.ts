import { mkdir, open, readFile, readdir, rm, rmdir } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Keys outside the database: `<folder>/<survey>/tag` and one `<folder>/<survey>/<batch>` per batch. The folder is
 * left out of every backup, so that a dump, a replica or the write-ahead log alone opens nothing.
 */
export interface KeyFolder {
  write(survey: string, name: string, key: Uint8Array): Promise<void>;
  read(survey: string, name: string): Promise<Buffer>;
  names(survey: string): Promise<string[]>;
  destroy(survey: string, name: string): Promise<void>;
  destroyAll(survey: string): Promise<void>;
}

async function syncFolder(path: string): Promise<void> {
  const handle = await open(path, 'r');
  await handle.sync().finally(() => handle.close());
}

/** Durable before anything may be sealed with it: file and folder are both synced. */
async function writeDurably(folder: string, name: string, key: Uint8Array): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const handle = await open(join(folder, name), 'wx', 0o600);
  try {
    await handle.writeFile(key);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await syncFolder(folder);
}

/** Overwritten before it is unlinked; a copying file system may still keep blocks, which docs/privacy.md says. */
async function destroyFile(folder: string, name: string): Promise<void> {
  const handle = await open(join(folder, name), 'r+');
  try {
    const { size } = await handle.stat();
    await handle.write(Buffer.alloc(size), 0, size, 0);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rm(join(folder, name));
  await syncFolder(folder);
}

async function listFolder(folder: string): Promise<string[]> {
  return readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
}

export function keyFolder(root: string): KeyFolder {
  const folder = (survey: string) => join(root, survey);
  return {
    async write(survey, name, key) {
      await mkdir(root, { recursive: true, mode: 0o700 });
      await writeDurably(folder(survey), name, key);
      await syncFolder(root);
    },
    read: (survey, name) => readFile(join(folder(survey), name)),
    names: (survey) => listFolder(folder(survey)),
    destroy: (survey, name) => destroyFile(folder(survey), name),
    async destroyAll(survey) {
      for (const name of await listFolder(folder(survey))) await destroyFile(folder(survey), name);
      await rmdir(folder(survey)).catch(() => undefined);
    },
  };
}
