import { unzipSync, type UnzipFileInfo } from 'fflate';
import type { PackageSource } from './files.ts';

/** A package as a source of files, each taken out when it is asked for; null for what is no archive, or holds no survey. */
export function openedPackage(archive: Uint8Array): PackageSource | null {
  const names = namesIn(archive);
  const folder = names.find((name) => name.endsWith('/opening'))?.slice(0, -'opening'.length);
  if (folder === undefined) return null;
  return {
    names,
    read(path) {
      const wanted = path.startsWith('../') ? path.slice(3) : folder + path;
      return Promise.resolve(taken(archive, ({ name }) => name === wanted)[wanted] ?? null);
    },
  };
}

function namesIn(archive: Uint8Array): string[] {
  const names = new Set<string>();
  taken(archive, ({ name }) => {
    names.add(name);
    return false;
  });
  return [...names];
}

/** Nothing out of what cannot be read. */
function taken(archive: Uint8Array, filter: (file: UnzipFileInfo) => boolean): Partial<Record<string, Uint8Array>> {
  try {
    return unzipSync(archive, { filter });
  } catch {
    return {};
  }
}
