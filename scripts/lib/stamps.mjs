import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { at } from './places.mjs';

const stampOf = (name) => at('node_modules/.stamps', name);

/** Whether `name` was last done for exactly this fingerprint. */
export const isDone = (name, fingerprint) =>
  existsSync(stampOf(name)) && readFileSync(stampOf(name), 'utf8') === fingerprint;

export function markDone(name, fingerprint) {
  mkdirSync(at('node_modules/.stamps'), { recursive: true });
  writeFileSync(stampOf(name), fingerprint);
}

/** SHA-256 over names and contents of files given relative to the root. */
export function fingerprint(files) {
  const hash = createHash('sha256').update(`${process.platform} ${process.arch}\n`);
  for (const file of [...files].sort()) {
    const content = readFileSync(at(file));
    hash.update(`${file} ${content.length}\n`).update(content);
  }
  return hash.digest('hex');
}

const GENERATED = new Set(['node_modules', 'build', '.svelte-kit', 'output']);

/** Every file below a folder that a person wrote; an absent folder has none. */
export function filesBelow(folder) {
  if (!existsSync(at(folder))) return [];
  return readdirSync(at(folder), { withFileTypes: true }).flatMap((entry) => {
    if (GENERATED.has(entry.name)) return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(path) : [path];
  });
}

/** Every file that a check may read: the workspaces, scripts, and what lies at the root itself. */
export function everythingWritten() {
  const atRoot = readdirSync(at('.'), { withFileTypes: true }).filter((entry) => entry.isFile());
  const folders = ['packages', 'db', 'server', 'web', 'tests', 'scripts'];
  return [...atRoot.map((entry) => entry.name), ...folders.flatMap(filesBelow)];
}
