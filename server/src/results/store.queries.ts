import { randomUUID } from 'node:crypto';
import { sql, type Transaction } from 'kysely';
import type { PackedCell } from '@danban/contract';
import type { ReleaseDb, ReleaseTables } from '@danban/db/vaults/releases';
import { searchKey } from '@danban/text';
import type { Committed } from '@danban/verify';
import { headOfTables, type TablesHead } from './openings.ts';
import { checksumOf, textsOfGroup, type Mark, type Release, type ReleasedGroup } from './release.ts';

type Trx = Transaction<ReleaseTables>;

export interface Storing extends Mark {
  survey: string;
  release: Release;
  params: string;
  planHash: Buffer | null;
  /** What its figures can be counted from anew; null where there is nothing of the kind. */
  tables: Committed[] | null;
  /** Credentials whose number it tells; null where none are kept. */
  credentials: Uint8Array | null;
}

export interface Stored extends Mark {
  checksum: string;
  tables: TablesHead | null;
}

/** One release of a survey is stored at a time, whoever counts it. */
async function lockSurvey(trx: Trx, survey: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`release ${survey}`}, 0))`.execute(trx);
}

export async function findStored(db: ReleaseDb, survey: string): Promise<Stored[]> {
  const rows = await db
    .selectFrom('release')
    .select(['id', 'number', 'kind', 'planned', 'made_on', 'checksum'])
    .where('survey_id', '=', survey)
    .orderBy('number')
    .execute();
  const tables = new Map(
    await Promise.all(rows.map(async ({ id }) => [id, headOfTables(await findRoots(db, id))] as const)),
  );
  return rows.map(({ id, number, kind, planned, made_on: madeOn, checksum }) => ({
    tables: tables.get(id)!,
    number,
    kind: kind as Mark['kind'],
    planned,
    madeOn,
    checksum: checksum.toString('hex'),
  }));
}

async function findRoots(db: ReleaseDb, release: string): Promise<Buffer[]> {
  const rows = await db
    .selectFrom('release_table')
    .select('root')
    .where('release_id', '=', release)
    .orderBy('number')
    .execute();
  return rows.map(({ root }) => root);
}

/** All of it or nothing. Where the number is there already it stays as it is: a release is written once. */
export async function saveRelease(db: ReleaseDb, storing: Storing): Promise<Stored> {
  return db.transaction().execute(async (trx) => {
    await lockSurvey(trx, storing.survey);
    const known = (await findStored(trx, storing.survey)).find(({ number }) => number === storing.number);
    return known ?? (await insert(trx, storing));
  });
}

async function insert(trx: Trx, storing: Storing): Promise<Stored> {
  const { survey, release, params, planHash, tables, credentials, ...mark } = storing;
  const id = randomUUID();
  const head = JSON.stringify(release.head);
  const texts = release.groups.map(textsOfGroup);
  const checksum = checksumOf(head, texts);
  await trx
    .insertInto('release')
    .values({
      id,
      survey_id: survey,
      number: mark.number,
      kind: mark.kind,
      planned: mark.planned,
      made_on: mark.madeOn,
      head,
      params,
      plan_hash: planHash,
      checksum,
    })
    .execute();
  for (let at = 0; at < texts.length; at += rowsAtOnce) {
    const piece = release.groups.slice(at, at + rowsAtOnce);
    await insertGroups(trx, id, at, piece, texts.slice(at, at + rowsAtOnce));
  }
  for (const [number, { root, file }] of (tables ?? []).entries()) {
    const row = { release_id: id, number, root: Buffer.from(root), leaves: Buffer.from(file) };
    await trx.insertInto('release_table').values(row).execute();
  }
  if (credentials) {
    const leaves = Buffer.from(credentials);
    await trx.insertInto('release_credentials').values({ release_id: id, leaves }).execute();
  }
  const roots = (tables ?? []).map(({ root }) => root);
  return { ...mark, checksum: checksum.toString('hex'), tables: headOfTables(roots) };
}

const rowsAtOnce = 2_000;

async function insertGroups(
  trx: Trx,
  id: string,
  from: number,
  groups: readonly ReleasedGroup[],
  texts: readonly { said: string; cells: string }[],
): Promise<void> {
  const rows = groups.map((group, at) => ({ position: from + at, ...columnsOf(group), ...texts[at]! }));
  const column = <K extends keyof (typeof rows)[number]>(name: K) => rows.map((row) => row[name]);
  await sql`
    insert into release_group (release_id, position, unit, parent, name, search_key, breakdown, said)
    select ${id}::uuid, given.* from unnest(${column('position')}::int[], ${column('unit')}::int[],
      ${column('parent')}::int[], ${column('name')}::text[], ${column('searchKey')}::text[],
      ${column('breakdown')}::text[], ${column('said')}::text[]) as given`.execute(trx);
  await sql`
    insert into release_cell (release_id, position, cells)
    select ${id}::uuid, given.* from unnest(${column('position')}::int[], ${column('cells')}::text[]) as given`.execute(
    trx,
  );
}

function columnsOf(group: ReleasedGroup) {
  if (group.kind === 'breakdown') {
    const { unit, by } = group.said;
    return { unit, parent: null, name: null, searchKey: null, breakdown: JSON.stringify(by) };
  }
  const { position, parent, name } = group.said;
  return { unit: position, parent, name, searchKey: searchKey(name), breakdown: null };
}

/** The cells of every group of one release, by its unit and breakdown as they are stored. */
export async function findShown(db: ReleaseDb, survey: string, number: number): Promise<Map<string, PackedCell[]>> {
  const rows = await db
    .selectFrom('release')
    .innerJoin('release_group', 'release_group.release_id', 'release.id')
    .innerJoin('release_cell', (join) =>
      join
        .onRef('release_cell.release_id', '=', 'release_group.release_id')
        .onRef('release_cell.position', '=', 'release_group.position'),
    )
    .select(['unit', 'breakdown', 'cells'])
    .where('survey_id', '=', survey)
    .where('number', '=', number)
    .execute();
  return new Map(
    rows.map(({ unit, breakdown, cells }) => [
      breakdown === null ? `${unit}` : `${unit} ${breakdown}`,
      JSON.parse(cells) as PackedCell[],
    ]),
  );
}
