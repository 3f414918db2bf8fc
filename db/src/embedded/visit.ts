import { existsSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import type { Address } from '../connect.ts';
import { addressOf } from './bringUp.ts';
import { EmbeddedError } from './error.ts';
import { livingServer } from './pidFile.ts';
import { database, startEmbedded } from './start.ts';

export interface Visit {
  connection: Address;
  /** Leaves the folder as it was found: a server that was running goes on, one that was started is stopped. */
  leave(): Promise<void>;
}

/**
 * A way into the database of a folder, whether an application runs on it or not. Makes nothing that is not there.
 * @throws EmbeddedError `no-database` where there is none yet
 */
export async function visitEmbedded(dataDir: string): Promise<Visit> {
  if (!existsSync(join(dataDir, 'pg', 'PG_VERSION'))) throw new EmbeddedError('no-database', dataDir);
  const folder = realpathSync(dataDir);
  const living = livingServer({ pgDir: join(folder, 'pg') });
  if (living) {
    return { connection: addressOf({ ...living, dataDir: folder }, database), leave: () => Promise.resolve() };
  }
  const { connection, stop } = await startEmbedded({ dataDir: folder });
  return { connection, leave: stop };
}
