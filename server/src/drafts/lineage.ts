import { compose, confirmedBy, lineageOf, ordered, treeOf, type Clause, type Link } from '@danban/consultation';
import type { KeyedClause, VersionHead } from '@danban/contract';
import type { Db } from '@danban/db/vaults/house';
import { bodyOf } from './body.ts';
import { findLinks, type LinkRow } from './links.queries.ts';
import { findPublished, findStep, findWorking, type WorkingRow } from './queries.ts';

/** The version in work beside the published one before it. */
export interface Following {
  working: WorkingRow;
  from: VersionHead;
  before: readonly KeyedClause[];
  after: readonly Clause[];
  row: LinkRow | undefined;
}

/** How the version in work follows a published one; null where there is nothing to follow, or nothing in work. */
export async function followingOf(db: Db, survey: string): Promise<Following | null> {
  const working = await findWorking(db, survey);
  const [last] = working ? await findPublished(db, survey) : [];
  const body = last && (await bodyOf(db, survey, last.number));
  if (!working || !last || !body) return null;
  const { step } = await findStep(db, survey, working.number);
  return {
    working,
    from: { number: last.number, label: last.label, datedOn: last.dated_on },
    before: body.clauses,
    after: treeOf(step.pieces).clauses,
    row: await findLinks(db, survey, working.number),
  };
}

/** Its links: what was confirmed, or what is proposed given what was decided. */
export const linksIn = ({ before, after, row }: Following): Link[] =>
  row?.links ?? lineageOf(before, after, confirmedBy(row?.decisions ?? []));

/** A version to compare: published, or the one in work. */
export interface Compared {
  head: VersionHead;
  clauses: readonly Clause[];
  isPublished: boolean;
}

/** The links from a version to the one that follows it. Those published before links were confirmed have proposed ones. */
async function linksTo(db: Db, survey: string, before: Compared, after: Compared): Promise<Link[]> {
  const row = await findLinks(db, survey, after.head.number);
  return row?.links ?? lineageOf(before.clauses, after.clauses, confirmedBy(row?.decisions ?? []));
}

/** The links from one version to a later one, through all that lie between; `row` is every version from the one to the other. */
export async function linksThrough(db: Db, survey: string, row: readonly Compared[]): Promise<Link[]> {
  let links: Link[] | null = null;
  for (const [at, after] of row.entries()) {
    if (at === 0) continue;
    const next = await linksTo(db, survey, row[at - 1]!, after);
    links = links === null ? next : compose(links, next);
  }
  return ordered(links ?? [], row[0]!.clauses, row.at(-1)!.clauses);
}
