import { sql, type Transaction } from 'kysely';
import type { SubmissionDb, SubmissionTables } from '@danban/db/vaults/submissions';

export type SubmissionTrx = Transaction<SubmissionTables>;

export interface PackedUnit {
  unit: number;
  people: number;
  /** The packed answers of everybody in the unit, one after the other. */
  packed: Buffer;
}

/** Pieces keep one answer of the server far below its largest value, whatever the size of the survey. */
const rowsPerPiece = 200_000;
const presentedPerPiece = 20_000;

async function countSubmissions(db: SubmissionDb, survey: string): Promise<number> {
  const found = await sql<{ n: number }>`
    select count(*)::int as n from urn.submission where survey_id = ${survey}`.execute(db);
  return found.rows[0]!.n;
}

export async function countByUnit(db: SubmissionDb, survey: string): Promise<{ unit: number; n: number }[]> {
  const found = await sql<{ unit: number; n: number }>`
    select unit, count(*)::int as n from urn.submission where survey_id = ${survey} group by unit`.execute(db);
  return found.rows;
}

function pieceStarts(pieces: number): Buffer[] {
  return Array.from({ length: pieces }, (_, i) => {
    const start = Buffer.alloc(4);
    start.writeUInt32BE(Math.floor((i * 2 ** 32) / pieces));
    return start;
  });
}

async function readPiece(
  db: SubmissionDb,
  survey: string,
  from: Buffer,
  to: Buffer | undefined,
): Promise<PackedUnit[]> {
  const end = to ? sql`and leaf < ${to}` : sql``;
  const found = await sql<PackedUnit>`
    select unit, count(*)::int as people, string_agg(packed, ''::bytea) as packed from urn.submission
    where survey_id = ${survey} and leaf >= ${from} ${end} group by unit`.execute(db);
  return found.rows;
}

/** One pass over all packed answers, in pieces cut by leaf: hashes are even, so the pieces are. */
export async function* packedByUnit(db: SubmissionDb, survey: string): AsyncGenerator<PackedUnit> {
  const starts = pieceStarts(Math.ceil(Math.max(1, await countSubmissions(db, survey)) / rowsPerPiece));
  for (const [i, from] of starts.entries()) yield* await readPiece(db, survey, from, starts[i + 1]);
}

const saltIn = sql<string>`substring(body from '"salt":"([A-Za-z0-9_-]{43})","unit":[0-9]+[}]$')`;

/** What is counted of every sheet with the key its leaves are salted with, for the trees of tables. */
export async function keyedSheets(
  db: SubmissionDb,
  survey: string,
): Promise<{ key: Buffer; unit: number; packed: Buffer }[]> {
  const found = await sql<{ salt: string; unit: number; packed: Buffer }>`
    select ${saltIn} as salt, unit, packed
    from urn.submission where survey_id = ${survey} order by leaf`.execute(db);
  return found.rows.map(({ salt, unit, packed }) => ({ key: Buffer.from(salt, 'base64url'), unit, packed }));
}

/** A sheet as far as its leaf and its credential need it. */
export interface PresentedSheet {
  leaf: Buffer;
  unit: number;
  packed: Buffer;
  /** SHA-256 of its text. */
  sheet: Buffer;
  salt: string;
  /** Null where its unit is not asked for. */
  credential: Buffer | null;
}

/** Whether there is a sheet, and a credential beside every one. */
export async function isEachPresented(db: SubmissionDb, survey: string): Promise<boolean> {
  const found = await sql<{ each: boolean }>`
    select exists (select from urn.submission where survey_id = ${survey})
      and not exists (select from urn.submission where survey_id = ${survey} and credential is null) as each`.execute(
    db,
  );
  return found.rows[0]!.each;
}

/** Every sheet in the order of leaves, which where the urn was opened once is that of the tree; credentials of these units alone. */
export async function* presentedSheets(
  db: SubmissionDb,
  survey: string,
  units: readonly number[],
): AsyncGenerator<PresentedSheet[]> {
  const starts = pieceStarts(Math.ceil(Math.max(1, await countSubmissions(db, survey)) / presentedPerPiece));
  for (const [i, from] of starts.entries()) {
    const end = starts[i + 1] ? sql`and leaf < ${starts[i + 1]}` : sql``;
    const found = await sql<PresentedSheet>`
      select leaf, unit, packed, sha256(convert_to(body, 'UTF8')) as sheet, ${saltIn} as salt,
        case when unit = any(${units}::int[]) then credential end as credential
      from urn.submission where survey_id = ${survey} and leaf >= ${from} ${end} order by leaf`.execute(db);
    yield found.rows;
  }
}

/** Texts at one path of the answers, in the order of their own hash: nothing of the submissions' order remains. */
export async function textsOf(db: SubmissionDb, survey: string, path: readonly string[]): Promise<string[]> {
  const found = await sql<{ text: string }>`
    select text from (
      select body::jsonb #>> ${['answers', ...path]}::text[] as text from urn.submission where survey_id = ${survey}
    ) as read where text is not null order by sha256(convert_to(text, 'UTF8'))`.execute(db);
  return found.rows.map((row) => row.text);
}
