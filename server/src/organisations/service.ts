import type { IssueView } from '@danban/contract';
import type { Db, HouseTables } from '@danban/db/vaults/house';
import type { Transaction } from 'kysely';
import { ProblemError } from '../http/problem.ts';
import { bodyIssues } from './bodyIssues.ts';
import { issuesOfFile } from './fileIssues.ts';
import { lockOrganisation, storedBodies, storedUnits, upsertBodies, upsertUnits } from './queries.ts';
import { asItStoodOn, recordsOf, type Organisation } from './records.ts';
import { organisationFile, type OrganisationFile } from './schema.ts';
import { treeIssues } from './treeIssues.ts';

const mostIssues = 50;

function refuse(issues: IssueView[]): void {
  if (issues.length > 0) throw new ProblemError('organisation-invalid', issues.slice(0, mostIssues));
}

function parse(json: unknown): OrganisationFile {
  const parsed = organisationFile.safeParse(json);
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.map((issue) => ({ path: issue.path.join('.'), code: issue.code }));
  throw new ProblemError('organisation-invalid', issues.slice(0, mostIssues));
}

function mentioned(items: readonly { id: string }[]): Set<string> {
  return new Set(items.map((item) => item.id));
}

async function issuesBeside(trx: Transaction<HouseTables>, given: Organisation): Promise<IssueView[]> {
  const units = mentioned(given.units);
  const bodies = mentioned(given.bodies);
  const otherUnits = (await storedUnits(trx)).filter((unit) => !units.has(unit.id));
  const otherBodies = (await storedBodies(trx)).filter((body) => !bodies.has(body.id));
  const unitIds = new Set([...units, ...otherUnits.map((unit) => unit.id)]);
  return [...treeIssues(given.units, otherUnits), ...bodyIssues(given.bodies, otherBodies, unitIds)];
}

/** What a change of the organisation must also keep true, checked in its transaction. */
export type AfterLoading = (trx: Transaction<HouseTables>, loaded: Loaded) => Promise<void>;

/** How many of each a file brought. */
export interface Loaded {
  units: number;
  bodies: number;
}

/**
 * Loads the JSON form of an organisation: all of it or, with coded issues that name their places, nothing. Units and
 * bodies it does not mention stay as they are, because surveys refer to them. `asOf` leaves later events out.
 * Returns how many of each were loaded.
 * @throws ProblemError `organisation-invalid`
 */
export async function loadOrganisation(
  db: Db,
  json: unknown,
  { asOf, after }: { asOf?: string; after?: AfterLoading } = {},
): Promise<Loaded> {
  const file = parse(json);
  refuse(issuesOfFile(file));
  const given = asOf === undefined ? recordsOf(file) : asItStoodOn(asOf, recordsOf(file));
  const loaded = { units: given.units.length, bodies: given.bodies.length };
  await db.transaction().execute(async (trx) => {
    await lockOrganisation(trx);
    refuse(await issuesBeside(trx, given));
    await upsertUnits(trx, given.units);
    await upsertBodies(trx, given.bodies);
    await after?.(trx, loaded);
  });
  return loaded;
}
