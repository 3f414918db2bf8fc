import type { Grant, Where } from '@danban/access';

/** A body, as far as roles have to do with it. */
export interface BodyScope {
  id: string;
  unitId: string;
  canOrganise: boolean;
}

/** The place of an act on accounts; above every root stand all roots: the installation. */
export function placeOf(path: readonly string[], roots: readonly string[]): Where {
  return { unitPath: [...path, ...roots], bodyId: null, judged: null };
}

/** Why the body cannot stand in the role at the unit with this path; `null` when it can. */
export function bodyIssue(grant: Grant, body: BodyScope | undefined, path: readonly string[]): string | null {
  if (grant.bodyId === null) return grant.role === 'organizer' ? 'body-required' : null;
  if (body === undefined) return 'unknown-body';
  if (grant.role === 'organizer' && !body.canOrganise) return 'body-may-not-organise';
  return path.includes(body.unitId) ? null : 'outside-the-body';
}
