import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { isIPv4 } from 'node:net';
import { join } from 'node:path';
import type { Db } from '@danban/db';
import { sql } from 'kysely';
import { unpackedFrom } from './pglz.ts';

/** A trace that was found: which mark, in which of its forms, and where. */
export interface Trace {
  mark: string;
  form: string;
  place: string;
}

interface Form {
  mark: string;
  form: string;
  bytes: Buffer;
}

/** A mark as it may lie around: as it is, as a bytea shows it, encoded, or as a hash somebody thought harmless. */
function formsOf(mark: string): Form[] {
  const plain = Buffer.from(mark);
  const hash = createHash('sha256').update(plain).digest();
  const forms = {
    plain,
    hex: Buffer.from(plain.toString('hex')),
    base64: Buffer.from(plain.toString('base64').replace(/=+$/, '')),
    address: Buffer.from(encodeURIComponent(mark)),
    hash,
    'hash in hex': Buffer.from(hash.toString('hex')),
    ...(isIPv4(mark) ? formsOfAddress(mark) : {}),
  };
  return Object.entries(forms).map(([form, bytes]) => ({ mark, form, bytes }));
}

/** An address is four bytes, and a number to whoever keeps it as one. */
function formsOfAddress(address: string): Record<string, Buffer> {
  const octets = Buffer.from(address.split('.').map(Number));
  return {
    'four bytes': octets,
    'four bytes, lowest first': Buffer.from(octets).reverse(),
    'four bytes in hex': Buffer.from(octets.toString('hex')),
    number: Buffer.from(String(octets.readUInt32BE())),
  };
}

/** Every mark in these bytes, in any of its forms. */
export function tracesIn(bytes: Buffer, marks: string[], place: string): Trace[] {
  return marks
    .flatMap(formsOf)
    .filter(({ bytes: wanted }) => bytes.includes(wanted))
    .map(({ mark, form }) => ({ mark, form, place }));
}

/** Every file below the folder, byte by byte and with compressed values unpacked; one that goes while we read is none. */
export async function tracesInFiles(folder: string, marks: string[]): Promise<Trace[]> {
  const found: Trace[] = [];
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const bytes = await readFile(path).catch(orNothing);
    const unpacked = tracesIn(unpackedFrom(bytes), marks, path);
    found.push(
      ...tracesIn(bytes, marks, path),
      ...unpacked.map((one) => ({ ...one, form: `${one.form}, compressed` })),
    );
  }
  return found;
}

function orNothing(error: NodeJS.ErrnoException): Buffer {
  if (error.code === 'ENOENT') return Buffer.alloc(0);
  throw error;
}

/** Every row of every table and of the statistics about them, as text: a bytea shows in hex and, beside it, escaped. */
export async function tracesInTables(db: Db, marks: string[]): Promise<Trace[]> {
  const found: Trace[] = [];
  for (const { schema, name, binary } of await tablesOf(db)) {
    const escaped = binary.map((column) => sql`, encode(t.${sql.id(column)}, 'escape')`);
    const { rows } = await sql<{ text: string }>`
      select concat_ws(' ', t::text ${sql.join(escaped, sql``)}) as text from ${sql.id(schema, name)} t`.execute(db);
    const text = rows.map((row) => row.text).join('\n');
    found.push(...tracesIn(Buffer.from(text), marks, `${schema}.${name}`));
  }
  return found;
}

interface Table {
  schema: string;
  name: string;
  binary: string[];
}

async function tablesOf(db: Db): Promise<Table[]> {
  const { rows } = await sql<Table>`
    select n.nspname as schema, c.relname as name, coalesce(
      json_agg(a.attname) filter (where a.atttypid = 'bytea'::regtype), '[]') as binary
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relkind in ('r', 'm') and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
      or n.nspname = 'pg_catalog' and c.relname in ('pg_stats', 'pg_stat_activity')
    group by 1, 2`.execute(db);
  return rows;
}

/** What the server still holds in memory goes to its files, so that reading them shows everything. */
export async function writeOut(db: Db): Promise<void> {
  await sql`checkpoint`.execute(db);
}
