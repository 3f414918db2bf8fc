import { can, mayNot, type Grant, type Person, type Where } from '@danban/access';
import type { IssueView } from '@danban/contract';
import type { Db } from '@danban/db/vaults/house';
import { ProblemError } from '../http/problem.ts';
import { rootIds, unitPath } from '../organisations/queries.ts';
import { bodyScopes, type BodyScope } from './queries.ts';

type Holder = { grants: readonly Grant[] };

/** Paths of units, each asked for once; above every root stand all roots: the installation. */
async function pathsOf(db: Db, unitIds: Iterable<string>, day: string): Promise<Map<string, string[]>> {
  const ids = [...new Set(unitIds)];
  const paths = await Promise.all(ids.map((id) => unitPath(db, id, day)));
  return new Map(ids.map((id, i) => [id, paths[i] ?? []]));
}

function placeOf(path: readonly string[], roots: readonly string[]): Where {
  return { unitPath: [...path, ...roots], bodyId: null, judged: null };
}

/** Who may be managed: an account is in the hands of those who administrate every unit in which it holds a role. */
export async function accountsInReach<T extends Holder>(db: Db, person: Person, accounts: T[], day: string) {
  const roots = await rootIds(db);
  const paths = await pathsOf(
    db,
    accounts.flatMap(({ grants }) => grants.map((grant) => grant.unitId)),
    day,
  );
  return accounts.filter(({ grants }) =>
    grants.every(({ unitId }) => can(person, 'accounts.manage', placeOf(paths.get(unitId) ?? [], roots))),
  );
}

/** Somebody who administrates something; what exactly is asked for each account. */
export function demandSomeAdministrator(person: Person): void {
  if (!person.grants.some((grant) => grant.role === 'admin')) throw new ProblemError('not-allowed');
}

/** Otherwise the administrator of one school could take over an account that reaches further than hers. */
export async function demandReach(db: Db, person: Person, account: Holder, day: string): Promise<void> {
  demandSomeAdministrator(person);
  const [inReach] = await accountsInReach(db, person, [account], day);
  if (inReach === undefined) throw new ProblemError('not-allowed');
}

function bodyIssue(grant: Grant, body: BodyScope | undefined, path: readonly string[]): string | null {
  if (grant.bodyId === null) return grant.role === 'organizer' ? 'body-required' : null;
  if (body === undefined) return 'unknown-body';
  if (grant.role === 'organizer' && !body.canOrganise) return 'body-may-not-organise';
  return path.includes(body.unitId) ? null : 'outside-the-body';
}

/** Places in the given grants that name no unit or body, or a body that may not do this there. */
async function issuesOfGrants(db: Db, grants: readonly Grant[], day: string): Promise<IssueView[]> {
  const bodies = await bodyScopes(
    db,
    grants.flatMap(({ bodyId }) => bodyId ?? []),
  );
  const paths = await pathsOf(
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
  const paths = await pathsOf(db, unitIds, day);
  const roots = await rootIds(db);
  for (const path of paths.values()) {
    const refusal = mayNot(person, 'accounts.manage', placeOf(path, roots));
    if (refusal !== null) throw new ProblemError(refusal);
  }
}
