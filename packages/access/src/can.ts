import { allows, closedToTheJudged, type Act } from './acts.ts';
import type { Person } from './roles.ts';
import { hasResults, type Where } from './where.ts';

export type Refusal = 'judged-leader' | 'not-allowed';

/** Leads the very unit whose head is judged. The leader of a unit above it is not the one who is judged. */
function isJudged(person: Person, where: Where): boolean {
  const unitId = where.judged?.unitId;
  return person.grants.some((grant) => grant.role === 'leader' && grant.unitId === unitId);
}

/**
 * Why the person may not do the act there; `null` when she may. `judged-leader` wins over every role she holds.
 * Whether the state of the instrument lets the act happen at all (nothing is edited once open) is the feature's rule.
 * Source: roles, rights and separation rules of grassroots democracy in public bodies (Law 10/2022/QH15).
 */
export function mayNot(person: Person, act: Act, where: Where): Refusal | null {
  if (closedToTheJudged.has(act) && isJudged(person, where)) return 'judged-leader';
  if (act === 'results.read' && hasResults(where.state) && where.published === true) return null;
  const allowed = person.grants.some((grant) => allows(grant, act, where));
  return allowed ? null : 'not-allowed';
}

/** Whether the person may do the act there: for guards and for buttons. */
export function can(person: Person, act: Act, where: Where): boolean {
  return mayNot(person, act, where) === null;
}
