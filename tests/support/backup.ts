import { cp, mkdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Db } from '@danban/db';
import { sql } from 'kysely';

/** What the running server says of itself, and whom it waits for. */
const belongsInABackup = (path: string): boolean =>
  !basename(path).startsWith('postmaster.') && !path.includes('pg_replslot/');

/**
 * A base backup of a running server without its tools, as PostgreSQL's manual says: start, copy the files, stop, keep
 * the label. The write-ahead log is copied after the stop, so that the copy restores by itself.
 */
export async function baseBackup(db: Db, dataDir: string, into: string): Promise<void> {
  const [from, to] = [join(dataDir, 'pg'), join(into, 'pg')];
  await mkdir(into, { recursive: true, mode: 0o700 });
  // Start and stop belong to one session.
  await db.connection().execute(async (session) => {
    await sql`select pg_backup_start('danban', true)`.execute(session);
    await cp(from, to, { recursive: true, filter: belongsInABackup });
    const { rows } = await sql<{ labelfile: string }>`select labelfile from pg_backup_stop(false)`.execute(session);
    await writeFile(join(to, 'backup_label'), rows[0]!.labelfile);
    await cp(join(from, 'pg_wal'), join(to, 'pg_wal'), { recursive: true });
  });
}
