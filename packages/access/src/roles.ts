export const roles = ['admin', 'organizer', 'drafter', 'leader', 'moderator', 'inspector', 'collector'] as const;
export type Role = (typeof roles)[number];

/** A role held in a scope: the subtree under `unitId`, acting for `bodyId` where the role belongs to a body. */
export interface Grant {
  role: Role;
  unitId: string;
  bodyId: string | null;
}

/** Somebody with an account. Respondents have none and are never a `Person`. */
export interface Person {
  id: string;
  name: string;
  grants: readonly Grant[];
}
