import { sql } from 'kysely';
import type { ReleaseKind } from '@danban/contract';
import type { Db } from '@danban/db/vaults/house';
import { holdsWords } from '../search/queries.ts';
import type { GroupTexts } from './release.ts';

// What answers readers: stored releases and nothing else.

export interface FoundRelease {
  id: string;
  number: number;
  kind: ReleaseKind;
  madeOn: string;
  checksum: string;
  /** Of a correction, why it was made. */
  reason: string | null;
}

/** The releases of a survey up to a number, the newest first. */
export async function findReleases(db: Db, survey: string, upTo: number): Promise<FoundRelease[]> {
  const rows = await db
    .selectFrom('release')
    .leftJoin('release_correction as why', (join) =>
      join.onRef('why.survey_id', '=', 'release.survey_id').onRef('why.release', '=', 'release.number'),
    )
    .select(['release.id', 'number', 'kind', 'made_on', 'checksum', 'reason'])
    .where('release.survey_id', '=', survey)
    .where('number', '<=', upTo)
    .orderBy('number', 'desc')
    .execute();
  return rows.map(({ made_on: madeOn, checksum, kind, ...row }) => ({
    ...row,
    kind: kind as ReleaseKind,
    madeOn,
    checksum: checksum.toString('hex'),
  }));
}

/** Whether the figures of an announced day are there already. */
export async function isReleased(db: Db, survey: string, planned: string): Promise<boolean> {
  const row = await db
    .selectFrom('release')
    .select('number')
    .where('survey_id', '=', survey)
    .where('planned', '=', planned)
    .executeTakeFirst();
  return row !== undefined;
}

export async function readHead(db: Db, release: string): Promise<string> {
  const row = await db.selectFrom('release').select('head').where('id', '=', release).executeTakeFirstOrThrow();
  return row.head;
}

export async function countUnits(db: Db, release: string): Promise<number> {
  const { n } = await db
    .selectFrom('release_group')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('release_id', '=', release)
    .where('parent', 'is not', null)
    .executeTakeFirstOrThrow();
  return n;
}

/** What is said of every unit above one, the whole first. */
export async function findAbove(db: Db, release: string, unit: number): Promise<string[]> {
  const { rows } = await sql<{ said: string }>`
    ${above(release, unit)} select said from above where up > 0 order by up desc`.execute(db);
  return rows.map(({ said }) => said);
}

const above = (release: string, unit: number) => sql`
  with recursive above (position, parent, said, up) as (
    select position, parent, said, 0 from release_group
    where release_id = ${release} and position = ${unit} and parent is not null
    union all
    select g.position, g.parent, g.said, above.up + 1 from above
      join release_group g on g.release_id = ${release} and g.position = above.parent
  )`;

/** What one page is made of: the units above, the unit, those right below it, and the breakdowns of the unit. */
export interface PageRows {
  above: string[];
  family: GroupTexts[];
  breakdowns: GroupTexts[];
}

const parts = ['above', 'unit', 'below', 'breakdown'] as const;

/** In one statement, planned once: pages are asked for one after the other by everybody who reads. */
export async function findPage(db: Db, release: string, unit: number): Promise<PageRows> {
  const { rows } = await sql<GroupTexts & { part: number }>`/* prepared: release-page */
    ${above(release, unit)}
    select 0 as part, -up as place, said, '' as cells from above where up > 0
    union all
    select 1, 0, said, cells from release_group join release_cell using (release_id, position)
    where release_id = ${release} and position = ${unit} and parent is not null
    union all
    select 2, position, said, cells from release_group join release_cell using (release_id, position)
    where release_id = ${release} and parent = ${unit}
    union all
    select 3, position, said, cells from release_group join release_cell using (release_id, position)
    where release_id = ${release} and unit = ${unit} and breakdown is not null
    order by 1, 2`.execute(db);
  const of = (part: (typeof parts)[number]) => rows.filter((row) => row.part === parts.indexOf(part));
  return {
    above: of('above').map(({ said }) => said),
    family: [...of('unit'), ...of('below')],
    breakdowns: of('breakdown'),
  };
}

/** Units whose name holds these words, written with or without marks. */
export async function findUnits(db: Db, release: string, words: string, most: number): Promise<{ said: string }[]> {
  const { rows } = await sql<{ said: string }>`
    select said from release_group
    where release_id = ${release} and parent is not null and ${holdsWords(sql`search_key`, words)}
    order by position limit ${most}`.execute(db);
  return rows;
}

/** How many tables of a release can be counted anew. */
export async function countTables(db: Db, release: string): Promise<number> {
  const { n } = await db
    .selectFrom('release_table')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('release_id', '=', release)
    .executeTakeFirstOrThrow();
  return n;
}

export async function findTable(db: Db, release: string, number: number): Promise<Buffer> {
  const { leaves } = await db
    .selectFrom('release_table')
    .select('leaves')
    .where('release_id', '=', release)
    .where('number', '=', number)
    .executeTakeFirstOrThrow();
  return leaves;
}

/** How long the file of its credentials is; undefined where there is none, or no more. */
export async function lengthOfCredentials(db: Db, release: string): Promise<number | undefined> {
  const found = await sql<{ length: number }>`
    select octet_length(leaves) as length from release_credentials where release_id = ${release}`.execute(db);
  return found.rows[0]?.length;
}

export async function partOfCredentials(db: Db, release: string, from: number, most: number): Promise<Buffer> {
  const found = await sql<{ part: Buffer }>`
    select substring(leaves from ${from + 1}::int for ${most}::int) as part from release_credentials
    where release_id = ${release}`.execute(db);
  return found.rows[0]!.part;
}

export interface StoredGroup extends GroupTexts {
  position: number;
}

/** Some groups of a release in their order, from a position on. */
export async function findGroups(db: Db, release: string, from: number, most: number): Promise<StoredGroup[]> {
  const { rows } = await sql<StoredGroup>`
    select position, said, cells from release_group join release_cell using (release_id, position)
    where release_id = ${release} and position >= ${from} order by position limit ${most}`.execute(db);
  return rows;
}
