import { mayNot, type Grant, type Person } from '@danban/access';
import type { RowChangeView } from '@danban/contract';
import { referencesTo, type AccountRow, type RowIssue } from '@danban/tables';
import { searchKey } from '@danban/text';
import { bodyIssue, placeOf, type BodyScope } from '../accounts/rules.ts';
import type { Plan } from './plan.ts';
import { referenceIssue } from './references.ts';

export interface StoredAccount {
  id: string;
  login: string;
  name: string;
  active: boolean;
  grants: Grant[];
}

/** Accounts, and what their roles may name on this day. */
export interface AccountsStored {
  accounts: StoredAccount[];
  units: { id: string; name: string }[];
  /** Each unit and those above it, nearest first; an ended unit keeps its last place. */
  paths: { id: string; path: string[] }[];
  bodies: (BodyScope & { name: string })[];
  roots: string[];
  person: Person;
}

export interface AccountWrite {
  /** `unit`: the name of the first unit, for the invitation. */
  added: { name: string; login: string; unit: string; grants: Grant[] }[];
  granted: { id: string; held: Grant[]; grants: Grant[] }[];
}

interface World extends Pick<AccountsStored, 'roots' | 'person'> {
  unitNames: Map<string, string>;
  paths: Map<string, string[]>;
  bodies: Map<string, AccountsStored['bodies'][number]>;
  findUnit: ReturnType<typeof referencesTo>;
  findBody: ReturnType<typeof referencesTo>;
}

/** The role of a row, or what keeps it from being one. */
interface Given {
  row: AccountRow;
  grant: Grant | undefined;
  issues: RowIssue[];
}

function mayManage(world: World, unitId: string): boolean {
  const path = world.paths.get(unitId) ?? [];
  return mayNot(world.person, 'accounts.manage', placeOf(path, world.roots)) === null;
}

function issuesOfGrant(row: number, grant: Grant, world: World): RowIssue[] {
  const body = world.bodies.get(grant.bodyId ?? '');
  const path = world.paths.get(grant.unitId) ?? [];
  const code = bodyIssue(grant, body, path);
  if (code !== null) return [{ row, field: 'bodyId', code }];
  if (!mayManage(world, grant.unitId)) return [{ row, field: 'unitId', code: 'outside-your-units' }];
  if (body !== undefined && !mayManage(world, body.unitId))
    return [{ row, field: 'bodyId', code: 'outside-your-units' }];
  return [];
}

function given(row: AccountRow, world: World): Given {
  const unit = world.findUnit(row.unit);
  const body = row.body === undefined ? undefined : world.findBody(row.body);
  const issues = [
    ...(unit.found ? [] : [referenceIssue(row.row, 'unitId', row.unit, unit)]),
    ...(body === undefined || body.found ? [] : [referenceIssue(row.row, 'bodyId', row.body!, body)]),
  ];
  if (!unit.found || body?.found === false) return { row, grant: undefined, issues };
  const grant: Grant = { role: row.role, unitId: unit.id, bodyId: body?.id ?? null };
  return { row, grant, issues: issuesOfGrant(row.row, grant, world) };
}

/** As everywhere: an account is managed by who administrates every unit in which it holds a role. */
function isInReach({ grants }: StoredAccount, world: World): boolean {
  const units = grants.length === 0 ? [''] : grants.map((grant) => grant.unitId);
  return units.every((unitId) => mayManage(world, unitId));
}

/** A login that is taken may get further roles only where it is plain that the same person is meant. */
function issuesOfStored({ row, name }: AccountRow, stored: StoredAccount, world: World): RowIssue[] {
  if (!isInReach(stored, world)) return [{ row, field: 'login', code: 'login-of-somebody' }];
  if (!stored.active) return [{ row, field: 'login', code: 'account-inactive' }];
  if (searchKey(stored.name) === searchKey(name)) return [];
  return [{ row, field: 'login', code: 'login-of-another', params: { name: stored.name } }];
}

const isSame = (a: Grant, b: Grant): boolean => a.role === b.role && a.unitId === b.unitId && a.bodyId === b.bodyId;

function fieldsOf(grants: readonly Grant[], { unitNames, bodies }: World): RowChangeView['fields'] {
  return grants.flatMap(({ role, unitId, bodyId }) => [
    { field: 'role', from: '', to: role },
    { field: 'unitId', from: '', to: unitNames.get(unitId) ?? unitId },
    ...(bodyId === null ? [] : [{ field: 'bodyId', from: '', to: bodies.get(bodyId)?.name ?? bodyId }]),
  ]);
}

function unitOf([first]: readonly Grant[], { unitNames }: World): string {
  return first === undefined ? '' : (unitNames.get(first.unitId) ?? first.unitId);
}

function byLogin(all: readonly Given[]): Given[][] {
  return [...Map.groupBy(all, ({ row }) => row.login).values()];
}

function worldOf(stored: AccountsStored): World {
  return {
    ...stored,
    unitNames: new Map(stored.units.map((unit) => [unit.id, unit.name])),
    paths: new Map(stored.paths.map(({ id, path }) => [id, path])),
    bodies: new Map(stored.bodies.map((body) => [body.id, body])),
    findUnit: referencesTo(stored.units),
    findBody: referencesTo(stored.bodies),
  };
}

/** Accounts at once: links live for three days and are handed out one by one, and each account has its line in the log. */
const most = 500;

function tooMany({ changes }: Plan<AccountWrite>): RowIssue[] {
  return changes.length <= most ? [] : [{ row: 0, code: 'too-many-accounts', params: { most } }];
}

/** What the rows do to the accounts: new ones, and further roles for those there are. No role is taken away. */
export function planAccounts(rows: readonly AccountRow[], stored: AccountsStored): Plan<AccountWrite> {
  const world = worldOf(stored);
  const accounts = new Map(stored.accounts.map((account) => [account.login.toLowerCase(), account]));
  const plan: Plan<AccountWrite> = {
    problems: [],
    notices: [],
    changes: [],
    unchanged: 0,
    write: { added: [], granted: [] },
  };
  for (const rowsOfOne of byLogin(rows.map((row) => given(row, world)))) {
    const { row } = rowsOfOne[0]!;
    const known = accounts.get(row.login);
    const issues = known === undefined ? [] : rowsOfOne.flatMap((one) => issuesOfStored(one.row, known, world));
    plan.problems.push(...issues, ...rowsOfOne.flatMap((one) => one.issues));
    const held = known?.grants ?? [];
    const grants = rowsOfOne
      .flatMap(({ grant }) => grant ?? [])
      .filter((grant) => !held.some((one) => isSame(one, grant)));
    if (known !== undefined && grants.length === 0) {
      plan.unchanged += 1;
      continue;
    }
    const { login } = row;
    if (known === undefined) plan.write.added.push({ name: row.name, login, unit: unitOf(grants, world), grants });
    else plan.write.granted.push({ id: known.id, held, grants });
    plan.changes.push({
      row: row.row,
      name: known?.name ?? row.name,
      code: login,
      change: known === undefined ? 'added' : 'changed',
      since: null,
      fields: fieldsOf(grants, world),
    });
  }
  plan.problems.push(...tooMany(plan));
  return plan;
}
