import { allows, closedToTheJudged, type Act } from './acts.ts';
import type { Person } from './roles.ts';
import { hasResults, type Where } from './where.ts';

export type Refusal = 'judged-leader' | 'leads-this-unit' | 'moderator-from-here' | 'promises-here' | 'not-allowed';

/** In a unit of fewer people everybody knows everybody's way of writing. */
const leastToModerateOwn = 20;

/** Leads the very unit whose head is judged. The leader of a unit above it is not the one who is judged. */
function isJudged(person: Person, where: Where): boolean {
  const unitId = where.judged?.unitId;
  return person.grants.some((grant) => grant.role === 'leader' && grant.unitId === unitId);
}

/** A leader reads opinions masked or not at all: hers are the ears they are masked for. */
function leadsHere(person: Person, where: Where): boolean {
  return person.grants.some((grant) => grant.role === 'leader' && where.unitPath.includes(grant.unitId));
}

/** Somebody with a role at this very unit works there, or with those who do. */
function isFromHere(person: Person, where: Where): boolean {
  return person.grants.some((grant) => grant.unitId === where.unitPath[0]);
}

/** Separation of who reads opinions from whom they are about (R1), and from the few who may have written them (R2). */
function whyNotModerate(person: Person, where: Where): Refusal | null {
  if (leadsHere(person, where)) return 'leads-this-unit';
  const isSmall = where.eligible !== undefined && where.eligible < leastToModerateOwn;
  return isSmall && isFromHere(person, where) ? 'moderator-from-here' : null;
}

/** Who lets a promise go out, or may say that it is kept, is who the board looks into, whatever else she is. */
const ofPromises = ['replies.keep', 'replies.approve'] as const;
function whyNotConfirm(person: Person, where: Where): Refusal | null {
  const promises = person.grants.some((grant) => ofPromises.some((act) => allows(grant, act, where)));
  return promises ? 'promises-here' : null;
}

const separated: Partial<Record<Act, (person: Person, where: Where) => Refusal | null>> = {
  'comments.moderate': whyNotModerate,
  'replies.confirm': whyNotConfirm,
};

/**
 * Why the person may not do the act there; `null` when she may. `judged-leader` wins over every role she holds.
 * Whether the state of the instrument lets the act happen at all (nothing is edited once open) is the feature's rule.
 * Source: roles, rights and separation rules of grassroots democracy in public bodies (Law 10/2022/QH15).
 */
export function mayNot(person: Person, act: Act, where: Where): Refusal | null {
  if (closedToTheJudged.has(act) && isJudged(person, where)) return 'judged-leader';
  if (act === 'results.read' && hasResults(where.state) && where.published === true) return null;
  const allowed = person.grants.some((grant) => allows(grant, act, where));
  if (!allowed) return 'not-allowed';
  return separated[act]?.(person, where) ?? null;
}

/** Whether the person may do the act there: for guards and for buttons. */
export function can(person: Person, act: Act, where: Where): boolean {
  return mayNot(person, act, where) === null;
}
