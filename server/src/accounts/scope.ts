import { mayNot, type Grant, type Person } from '@danban/access';
import type { IssueView } from '@danban/contract';
import type { Db } from '@danban/db/vaults/house';
import { ProblemError } from '../http/problem.ts';
import { rootIds, unitPaths } from '../organisations/queries.ts';
import { bodyScopes } from './queries.ts';
import { bodyIssue, placeOf } from './rules.ts';

type Holder = { grants: readonly Grant[] };

/** The units at the top of what the person administrates. */
export function administratedBy(person: Person): string[] {
  return person.grants.filter((grant) => grant.role === 'admin').map((grant) => grant.unitId);
}

/** Somebody who administrates something; what exactly is asked for each account. */
export function demandSomeAdministrator(person: Person): void {
  if (administratedBy(person).length === 0) throw new ProblemError('not-allowed');
}

/** Whether the person administrates the unit with this path. */
export function mayManage(person: Person, path: readonly string[], roots: readonly string[]): boolean {
  return mayNot(person, 'accounts.manage', placeOf(path, roots)) === null;
}

/**
 * An account is in the hands of those who administrate every unit in which it holds a role; without a role, of those
 * who administrate the installation. Otherwise the administrator of one school could take over an account that
 * reaches, or will reach, further than hers.
 */
export async function demandReach(db: Db, person: Person, account: Holder, day: string): Promise<void> {
  demandSomeAdministrator(person);
  const roots = await rootIds(db);
  const units = account.grants.map((grant) => grant.unitId);
  const paths = await unitPaths(db, units, day);
  const places = units.length === 0 ? [[]] : units.map((unitId) => paths.get(unitId) ?? []);
  for (const path of places) {
    const refusal = mayNot(person, 'accounts.manage', placeOf(path, roots));
    if (refusal !== null) throw new ProblemError(refusal);
  }
}

/** Places in the given grants that name no unit or body, or a body that may not do this there. */
async function issuesOfGrants(db: Db, grants: readonly Grant[], day: string): Promise<IssueView[]> {
  const bodies = await bodyScopes(
    db,
    grants.flatMap(({ bodyId }) => bodyId ?? []),
  );
  const paths = await unitPaths(
    db,
    grants.map((grant) => grant.unitId),
    day,
  );
  return grants.flatMap((grant, i) => {
    const path = paths.get(grant.unitId) ?? [];
    if (path.length === 0) return [{ path: `grants.${i}.unitId`, code: 'unknown-unit' }];
    const code = bodyIssue(grant, bodies.get(grant.bodyId ?? ''), path);
    return code === null ? [] : [{ path: `grants.${i}.bodyId`, code }];
  });
}

/** Grants may be given by who administrates their unit, and the unit of the body they speak for. */
export async function demandMayGrant(db: Db, person: Person, grants: readonly Grant[], day: string): Promise<void> {
  const issues = await issuesOfGrants(db, grants, day);
  if (issues.length > 0) throw new ProblemError('invalid-input', issues);
  const bodies = await bodyScopes(
    db,
    grants.flatMap(({ bodyId }) => bodyId ?? []),
  );
  const unitIds = [...grants.map((grant) => grant.unitId), ...[...bodies.values()].map((body) => body.unitId)];
  const paths = await unitPaths(db, unitIds, day);
  const roots = await rootIds(db);
  for (const unitId of unitIds) {
    const refusal = mayNot(person, 'accounts.manage', placeOf(paths.get(unitId) ?? [], roots));
    if (refusal !== null) throw new ProblemError(refusal);
  }
}
