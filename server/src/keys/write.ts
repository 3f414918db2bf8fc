import { open } from 'node:fs/promises';
import { join } from 'node:path';

export async function syncFolder(path: string): Promise<void> {
  const handle = await open(path, 'r');
  await handle.sync().finally(() => handle.close());
}

/** Durable before anything may be sealed with it: file and folder are both synced. */
export async function writeDurably(folder: string, name: string, key: Uint8Array): Promise<void> {
  const handle = await open(join(folder, name), 'wx', 0o600);
  try {
    await handle.writeFile(key);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await syncFolder(folder);
}
