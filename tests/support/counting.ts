import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What the script of an evidence pack says of these files, unpacked where nothing else lies. */
export async function counting(files: Record<string, Uint8Array>): Promise<{ code: number | null; said: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'danban-evidence-'));
  try {
    for (const [name, bytes] of Object.entries(files)) await writeFile(join(folder, name), bytes);
    const { status, stdout, stderr } = spawnSync(process.execPath, ['kiem-tra.mjs'], { cwd: folder, encoding: 'utf8' });
    return { code: status, said: stdout + stderr };
  } finally {
    await rm(folder, { recursive: true });
  }
}
