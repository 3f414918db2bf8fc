import type { MeView } from '@danban/contract';

export function isAdmin(me: MeView): boolean {
  return me.grants.some((grant) => grant.role === 'admin');
}

/** Whether the person may read the log of acts in her units. */
export function readsLog(me: MeView): boolean {
  return me.grants.some(({ role }) => role === 'admin' || role === 'inspector');
}

/** Whether the person looks over how surveys went, for the inspection board. */
export function inspects(me: MeView): boolean {
  return me.grants.some(({ role }) => role === 'inspector');
}

/** Whether the person may make surveys for some body. */
export function isOrganizer(me: MeView): boolean {
  return me.grants.some((grant) => grant.role === 'organizer' && grant.bodyId !== null);
}

/** Whether the person writes drafts without organising: her way to them is a list of their own. */
export function writesDrafts(me: MeView): boolean {
  return me.grants.some(({ role }) => role === 'drafter');
}
