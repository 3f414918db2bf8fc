import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import type { Address } from './connect.ts';
import { startEmbedded } from './embedded/start.ts';
import type { Embedded, EmbeddedOptions } from './embedded/start.ts';

/** One server for a test file, without a migration; `address()` is valid inside tests. */
export function serverForThisFile(settings: NonNullable<EmbeddedOptions['settings']> = {}): () => Address {
  let dataDir: string;
  let server: Embedded | undefined;
  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'danban-db-'));
    server = await startEmbedded({ dataDir, settings: { fsync: 'off', ...settings } });
  });
  afterAll(async () => {
    await server?.stop();
    await rm(dataDir, { recursive: true });
  });
  return () => {
    if (!server) throw new Error('asked before the server was started');
    return server.connection;
  };
}
