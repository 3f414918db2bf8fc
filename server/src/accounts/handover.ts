import { actingAs, judgedIn, mayNot, type Grant, type Person } from '@danban/access';
import type { AccountView, HandoverView, IssueView } from '@danban/contract';
import { record } from '../audit/record.ts';
import type { House } from '../house.ts';
import { ProblemError } from '../http/problem.ts';
import { rootIds, unitPath, unitPaths } from '../organisations/queries.ts';
import { demandAnAdministrator } from './administrators.ts';
import { giveSurveys, surveysInHandsOf, type SurveyInHands } from './handover.queries.ts';
import type { HandOver } from './inputs.ts';
import { insertGrants } from './queries.ts';
import { demandMayGrant, mayManage } from './scope.ts';
import { changing, deactivateManaged, findActive, findManaged, recordRoles, rolesOf, type Trx } from './service.ts';

const sameGrant = (one: Grant, other: Grant): boolean =>
  one.role === other.role && one.unitId === other.unitId && one.bodyId === other.bodyId;

/** The surveys of the person who leaves that lie in the administrator's units, and how many do not. */
async function surveysOf(trx: Trx, by: Person, leaver: string, day: string) {
  const all = await surveysInHandsOf(trx, leaver);
  const roots = await rootIds(trx);
  const units = all.map((survey) => survey.unitId);
  const paths = await unitPaths(trx, units, day);
  const surveys = all.filter(({ unitId }) => mayManage(by, paths.get(unitId) ?? [], roots));
  return { surveys, elsewhere: all.length - surveys.length };
}

/** What would go over from her, before anybody is chosen. */
export async function before(house: House, by: Person, id: string): Promise<HandoverView> {
  return changing(house, async (trx, day) => {
    const leaver = await findManaged(trx, by, id, day);
    const { surveys, elsewhere } = await surveysOf(trx, by, id, day);
    return { leaver, surveys: surveys.map(viewOf), elsewhere };
  });
}

function viewOf({ id, title, state, body, unit, opensAt }: SurveyInHands) {
  return { id, title: title as { vi: string }, state, body, unit, opensAt: opensAt?.toISOString() ?? null };
}

/** Surveys the successor could not go on with: she needs an organizer's role there, and judges nobody's own work. */
async function closedTo(trx: Trx, successor: Person, surveys: readonly SurveyInHands[], day: string) {
  const issues: IssueView[] = [];
  for (const survey of surveys.filter(({ state }) => state !== 'cancelled')) {
    const where = {
      unitPath: await unitPath(trx, survey.unitId, survey.openedOn ?? day),
      bodyId: survey.bodyId,
      judged: judgedIn(survey.kind ?? '', survey.unitId, survey.isFollowUp),
    };
    const code = mayNot(successor, 'survey.edit', where);
    const params = { title: (survey.title as { vi?: string }).vi ?? '', body: survey.body };
    if (code !== null) issues.push({ path: `surveys.${survey.id}`, code: `successor-${code}`, params });
  }
  return issues;
}

function demandHeld(leaver: AccountView, grants: readonly Grant[]): void {
  const strange = grants.findIndex((grant) => !leaver.grants.some((held) => sameGrant(held, grant)));
  if (strange >= 0) throw new ProblemError('invalid-input', [{ path: `grants.${strange}`, code: 'not-held' }]);
}

/**
 * Puts everything the leaver is responsible for, and those of her roles that are named, into the successor's hands, and
 * ends the leaver's account: all of it or nothing. What the leaver did stays under her name.
 */
export async function handOver(house: House, by: Person, id: string, { to, grants }: HandOver): Promise<number> {
  if (to === id) throw new ProblemError('invalid-input', [{ path: 'to', code: 'same-person' }]);
  return changing(house, async (trx, day) => {
    const leaver = await findManaged(trx, by, id, day);
    const before = await findActive(trx, by, to, day);
    demandHeld(leaver, grants);
    await demandMayGrant(trx, by, grants, day);
    if (grants.length > 0) await insertGrants(trx, to, grants);
    const successor = await findManaged(trx, by, to, day);
    const { surveys } = await surveysOf(trx, by, id, day);
    const issues = await closedTo(trx, successor, surveys, day);
    if (issues.length > 0) throw new ProblemError('successor-may-not', issues);
    const ids = surveys.map((survey) => survey.id);
    const count = await giveSurveys(trx, id, to, ids);
    await recordHandOver(house, trx, by, { leaver, before, successor, grants, count });
    if (leaver.active) await deactivateManaged(house, trx, by, id);
    await demandAnAdministrator(trx);
    return count;
  });
}

interface Done {
  leaver: AccountView;
  before: AccountView;
  successor: AccountView;
  grants: readonly Grant[];
  count: number;
}

async function recordHandOver(house: House, trx: Trx, person: Person, done: Done): Promise<void> {
  const { leaver, before, successor, grants, count } = done;
  const by = actingAs(person, 'admin');
  const details = { successor: successor.id, surveys: count, roles: rolesOf(grants) };
  const units = successor.grants.map((grant) => grant.unitId);
  await record(house, trx, { by, act: 'account.hand-over', object: leaver.id, units, details });
  if (successor.grants.length > before.grants.length) await recordRoles(house, trx, person, before, successor);
}
