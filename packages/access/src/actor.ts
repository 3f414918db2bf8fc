import { allows, type Act } from './acts.ts';
import type { Person, Role } from './roles.ts';
import type { Where } from './where.ts';

/** Somebody doing an act, with the role that allows it; `role` is null for what everybody may do with an own account. */
export interface Actor {
  id: string;
  name: string;
  role: Role | null;
  bodyId: string | null;
}

/** The person under the first of her grants that allows the act there; without a role where no grant is needed. */
export function actorFor(person: Person, act: Act, where: Where): Actor {
  const grant = person.grants.find((one) => allows(one, act, where));
  return { id: person.id, name: person.name, role: grant?.role ?? null, bodyId: grant?.bodyId ?? null };
}

/** The person in a role that has been demanded of her already; null: for herself. */
export function actingAs({ id, name }: Pick<Person, 'id' | 'name'>, role: Role | null): Actor {
  return { id, name, role, bodyId: null };
}
