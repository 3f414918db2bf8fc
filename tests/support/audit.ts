import { spawnSync } from 'node:child_process';
import type { Address, Db } from '@danban/db';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** What the log says of an act, without times and hashes. */
export interface Told {
  act: string;
  by: string | null;
  object: string;
  unit: string | null;
  details: unknown;
}

/** Every act after number `seq`, oldest first. */
export async function actsAfter(db: Db, seq: number): Promise<Told[]> {
  const rows = await db.selectFrom('audit_event').selectAll().where('seq', '>', seq).orderBy('seq').execute();
  return rows.map((row) => ({
    act: row.act,
    by: row.actor_name && `${row.actor_name}, ${row.actor_role}, ${row.actor_body_name}`,
    object: row.object_name,
    unit: row.unit_id,
    details: row.details,
  }));
}

/** The number of the last act. */
export async function lastAct(db: Db): Promise<number> {
  const row = await db.selectFrom('audit_event').select('seq').orderBy('seq', 'desc').limit(1).executeTakeFirst();
  return row?.seq ?? 0;
}

/** The server of a test as DATABASE_URL names it: a socket folder goes into the query. */
export function urlOf({ host, port, user, database }: Address): string {
  return `postgresql://${user}@/${database}?host=${encodeURIComponent(host)}&port=${port}`;
}

/** `npm run audit -- …` as it is run on a server: what it prints, and how it ends. */
export function audit(args: string[], env: Record<string, string> = {}) {
  const { DATABASE_URL: _, ...outer } = process.env;
  const command = ['server/src/audit/command.ts', ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, {
    cwd: root,
    env: { ...outer, ...env },
    encoding: 'utf8',
  });
  return { status, said: stdout + stderr };
}
