import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { followChain, readEntry, readHeader, type Anchor, type FullEntry, type Verified } from '@danban/audit';
import type { Db } from '@danban/db/vaults/house';
import { findAfter, isChangeRefused, type Trx } from './queries.ts';
import { entryIn, searchKeyOf, type AuditRow } from './rows.ts';
import { sha256 } from '../sha256.ts';

/** What was found out about a chain; counts are of the acts that hold. */
export interface Report extends Verified {
  acts: number;
  /** Acts whose content was there to be compared. */
  shown: number;
}

export interface DatabaseReport extends Report {
  /** The first act that a search would not find by its names. */
  misfiled: number | null;
  /** Acts whose time is before that of the act before them. */
  backwards: number;
  changeRefused: boolean;
}

const atOnce = 2_000;

async function* rowsOf(trx: Trx): AsyncGenerator<AuditRow> {
  for (let after = 0; ;) {
    const rows = await findAfter(trx, after, atOnce);
    yield* rows;
    if (rows.length < atOnce) return;
    after = rows.at(-1)!.seq;
  }
}

/** Follows the chain of a database as it stands at one moment. Writes nothing. */
export function verifyDatabase(db: Db, anchors: readonly Anchor[]): Promise<DatabaseReport> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (trx) => {
      const follower = followChain(sha256, anchors);
      const found = { misfiled: null as number | null, backwards: 0 };
      let acts = 0;
      let before: FullEntry | undefined;
      for await (const row of rowsOf(trx)) {
        const entry = entryIn(row);
        if (follower.take(entry) !== null) break;
        if (searchKeyOf(entry.event) !== row.search_key) found.misfiled ??= row.seq;
        if (before !== undefined && entry.event.at < before.event.at) found.backwards += 1;
        before = entry;
        acts += 1;
      }
      return { ...follower.end(), ...found, acts, shown: acts, changeRefused: await isChangeRefused(trx) };
    });
}

/** A line of a file that is not what its place asks for. */
export class NotAnExport extends Error {
  readonly line: number;

  constructor(line: number) {
    super('not an export of the audit log');
    this.line = line;
  }
}

export interface FileReport extends Report {
  exportedAt: string;
}

/**
 * Follows the chain of an export; its first line says where it ends.
 * @throws NotAnExport
 */
export async function verifyFile(path: string, anchors: readonly Anchor[]): Promise<FileReport> {
  const lines = createInterface({ input: createReadStream(path), crlfDelay: Infinity })[Symbol.asyncIterator]();
  const first = await lines.next();
  const header = first.done ? null : readHeader(first.value);
  if (header === null) throw new NotAnExport(1);
  const end = { seq: header.head.seq, begins: header.head.hash };
  const follower = followChain(sha256, [...anchors, end]);
  let [acts, shown, line] = [0, 0, 1];
  for (let next = await lines.next(); !next.done; next = await lines.next()) {
    line += 1;
    const entry = readEntry(next.value);
    if (entry === null) throw new NotAnExport(line);
    if (follower.take(entry) !== null) break;
    acts += 1;
    if (entry.event !== undefined) shown += 1;
  }
  return { ...follower.end(), acts, shown, exportedAt: header.exportedAt };
}
