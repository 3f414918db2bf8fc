import { randomUUID } from 'node:crypto';
import { link, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

export async function syncFolder(path: string): Promise<void> {
  const handle = await open(path, 'r');
  await handle.sync().finally(() => handle.close());
}

type Content = Uint8Array | string | AsyncIterable<Uint8Array>;

async function writeNew(path: string, content: Content, mode: number): Promise<void> {
  const handle = await open(path, 'wx', mode);
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Durable before anything may be sealed with it: file and folder are both synced. */
export async function writeDurably(folder: string, name: string, key: Uint8Array): Promise<void> {
  await writeNew(join(folder, name), key, 0o600);
  await syncFolder(folder);
}

/** Written under a name of its own first: what is seen under the right one is whole, whenever the machine stops. */
async function throughAside(
  folder: string,
  content: Content,
  mode: number,
  settle: (aside: string) => Promise<void>,
): Promise<void> {
  const aside = join(folder, `.${randomUUID()}`);
  try {
    await writeNew(aside, content, mode);
    await settle(aside);
  } finally {
    await rm(aside, { force: true });
  }
  await syncFolder(folder);
}

/** Under the name there are the old bytes or the new ones, and never anything between. */
export async function replaceDurably(folder: string, name: string, content: Content): Promise<void> {
  await throughAside(folder, content, 0o644, (aside) => rename(aside, join(folder, name)));
}

/** For its owner alone, and never over what is there: of two who add under one name, one is told that it came too late. */
export async function addDurably(folder: string, name: string, content: Content): Promise<'added' | 'taken'> {
  try {
    await throughAside(folder, content, 0o600, (aside) => link(aside, join(folder, name)));
    return 'added';
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return 'taken';
    throw error;
  }
}
