import type { MeView } from '@danban/contract';

export function isAdmin(me: MeView): boolean {
  return me.grants.some((grant) => grant.role === 'admin');
}

/** Whether the person may make surveys for some body. */
export function isOrganizer(me: MeView): boolean {
  return me.grants.some((grant) => grant.role === 'organizer' && grant.bodyId !== null);
}
