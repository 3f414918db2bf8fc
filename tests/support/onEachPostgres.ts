import { describe, inject } from 'vitest';
import { freshDatabase } from './freshDatabase.ts';
import type { FreshDatabase } from './freshDatabase.ts';
import type { Version } from './servers.ts';

const versions: Version[] = [18, 15];

/** Runs a suite on the PostgreSQL we bring and on the oldest we accept; one that is not installed shows as skipped. */
export function onEachPostgres(suite: (version: Version, fresh: () => Promise<FreshDatabase>) => void): void {
  for (const version of versions) {
    const installed = inject('servers')[version] !== undefined;
    const name = `PostgreSQL ${version}${installed ? '' : ' (not installed on this system)'}`;
    describe.skipIf(!installed)(name, () => suite(version, () => freshDatabase(version)));
  }
}
