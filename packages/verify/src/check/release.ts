import { toHex } from '@danban/bytes';
import { packedCell, type PackedCell, type ReleaseHead, unpackCell } from '@danban/contract';
import { z } from 'zod';
import { rootOfTables } from '../commit.ts';
import type { Parents } from '../commitment.ts';
import type { LogEntry } from '../entries.ts';
import { groupName, recount, type Recounted } from '../recount.ts';
import { readTable } from '../tableFile.ts';
import type { Tables } from '../tables.ts';
import { type Check, holds, wrong } from './faults.ts';
import { type Primitives, textOf, type Watch } from './source.ts';

export type Tally = Extract<LogEntry, { kind: 'tally' }>;

/** A group of a release and its cells, as far as a count needs to know them. */
interface Group {
  readonly unit: number;
  readonly criteria: readonly number[];
  readonly categories: readonly number[];
  readonly cells: readonly PackedCell[];
}

const by = z.array(z.object({ criterion: z.int(), category: z.int() }));
const said = z.union([z.object({ unit: z.int(), by }), z.object({ position: z.int() })]);
const cells = z.array(packedCell);

/** The groups of a release out of its text: a line for each, and one for its cells. Null for what is no release. */
function readGroups(text: string): Group[] | null {
  const lines = text.split('\n').slice(1, -1);
  try {
    return Array.from({ length: lines.length / 2 }, (_, at) => groupOf(lines[2 * at]!, lines[2 * at + 1]!));
  } catch {
    return null;
  }
}

/** What its tables are called: the first line. Null for what is no release. */
function headOf(text: Uint8Array): ReleaseHead | null {
  try {
    return JSON.parse((textOf(text) ?? '').split('\n', 1)[0]!) as ReleaseHead;
  } catch {
    return null;
  }
}

function groupOf(saidText: string, cellsText: string): Group {
  const group = said.parse(JSON.parse(saidText));
  const parts = 'by' in group ? group.by : [];
  return {
    unit: 'by' in group ? group.unit : group.position,
    criteria: parts.map(({ criterion }) => criterion),
    categories: parts.map(({ category }) => category),
    cells: cells.parse(JSON.parse(cellsText)),
  };
}

/** Cuts the file of all tables into theirs. Null for a file that is none. */
function cut(file: Uint8Array, tables: number): Uint8Array[] | null {
  const parts: Uint8Array[] = [];
  let at = 0;
  while (at + 4 <= file.length) {
    const length = new DataView(file.buffer, file.byteOffset + at, 4).getUint32(0);
    if (at + 4 + length > file.length) return null;
    parts.push(file.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return at === file.length && parts.length === tables ? parts : null;
}

export interface Release {
  readonly tally: Tally;
  readonly text: Uint8Array;
  readonly file: Uint8Array;
}

/** A table that was looked through, with its file: there a receipt is looked for. */
export interface CountedTable extends Recounted {
  readonly file: Uint8Array;
}

interface Recount {
  readonly checks: Check[];
  /** Every table looked through; null where they are not what the log tells. */
  readonly tables: readonly CountedTable[] | null;
  /** What stands above the figures; null where they are not what the log tells. */
  readonly head: ReleaseHead | null;
}

/** What is needed to know which table is which, and how many leaves each has. */
export interface Survey {
  readonly tables: Tables;
  readonly parents: Parents;
  readonly leaves: number;
  readonly watch: Watch;
}

/** That a release is the one the log tells of, its tables are those it committed to, and every exact figure is counted anew. */
export async function checkRelease(
  { sha256 }: Primitives,
  survey: Survey,
  { tally, text, file }: Release,
): Promise<Recount> {
  const release = { release: tally.release };
  if (toHex(sha256(text)) !== tally.checksum) {
    return { checks: [wrong('release', 'release-altered', release)], tables: null, head: null };
  }
  const ofRelease = holds('release', release);
  const refused = (check: Check): Recount => ({ checks: [ofRelease, check], tables: null, head: null });
  const counted = await recountAll({ sha256 }, survey, file);
  if (!counted) return refused(wrong('tables', 'tables-altered', release));
  const root = toHex(
    rootOfTables(
      sha256,
      counted.map((table) => table.root),
    ),
  );
  if (root !== tally.tables?.root || counted.length !== tally.tables.count) {
    return refused(wrong('tables', 'tables-altered', release));
  }
  const other = counted.findIndex(({ size }) => size !== survey.leaves);
  if (other >= 0) {
    return refused(wrong('tables', 'tables-size', { table: other, leaves: survey.leaves, size: counted[other]!.size }));
  }
  const ofTables = holds('tables', { tables: counted.length, leaves: survey.leaves });
  return { checks: [ofRelease, ofTables, checkFigures(survey, text, counted)], tables: counted, head: headOf(text) };
}

async function recountAll(
  { sha256 }: Pick<Primitives, 'sha256'>,
  survey: Survey,
  file: Uint8Array,
): Promise<CountedTable[] | null> {
  const parts = cut(file, survey.tables.all.length);
  if (!parts) return null;
  const counted: CountedTable[] = [];
  for (const [at, part] of parts.entries()) {
    const leaves = readTable(part, survey.tables.all[at]!.criteria.length);
    const result = leaves && recount(sha256, survey.parents, leaves);
    if (!result || typeof result === 'string') return null;
    counted.push({ ...result, file: part });
    await survey.watch(counted.length, parts.length);
  }
  return counted;
}

function checkFigures({ tables }: Survey, text: Uint8Array, counted: readonly Recounted[]): Check {
  const groups = readGroups(textOf(text) ?? '');
  if (!groups) return wrong('recount', 'release-altered');
  let figures = 0;
  for (const { unit, criteria, categories, cells: shown } of groups) {
    const first = tables.all.findIndex((table) => table.criteria.join() === criteria.join());
    for (const [cell, packed] of shown.entries()) {
      const view = unpackCell(packed);
      if (view.kind !== 'exact') continue;
      const own = counted[first + cell]?.counts.get(groupName(unit, categories)) ?? new Uint32Array(256);
      const isSame = own.every((people, category) => people === (view.counts[category] ?? 0));
      if (first < 0 || !isSame) return wrong('recount', 'figure-differs', { unit, table: first + cell });
      figures += view.counts.length;
    }
  }
  return holds('recount', { figures });
}
