import { randomUUID } from 'node:crypto';
import { roles, type Grant, type Person } from '@danban/access';
import type { Db } from '@danban/db/vaults/house';
import { between, oneOf, type Chance } from '@danban/server/example/chance';
import type { RandomPlace } from './randomTree.ts';

/** Bodies of some of the units; every one may ask. */
export async function saveBodies(db: Db, places: readonly RandomPlace[]): Promise<string[]> {
  const units = [...new Set(places.map((place) => place.unitId))].filter((_, i) => i % 5 === 0);
  const bodies = units.map((unit) => ({
    id: `b.${unit}`,
    kind: 'union',
    name: unit,
    unit_id: unit,
    can_organise: true,
  }));
  await db.insertInto('body').values(bodies).execute();
  return bodies.map((body) => body.id);
}

function randomGrant(chance: Chance, units: readonly string[], bodies: readonly string[]): Grant {
  const role = chance() < 0.5 ? oneOf(chance, ['admin', 'organizer', 'leader'] as const) : oneOf(chance, roles);
  const bodyId = role === 'organizer' || chance() < 0.1 ? oneOf(chance, bodies) : null;
  return { role, unitId: oneOf(chance, units), bodyId };
}

/** People with no, one or several roles anywhere. */
export async function savePeople(
  db: Db,
  chance: Chance,
  count: number,
  places: readonly RandomPlace[],
  bodies: readonly string[],
): Promise<Person[]> {
  const units = [...new Set(places.map((place) => place.unitId))];
  const people = Array.from({ length: count }, (_, i) => {
    const grants = Array.from({ length: between(chance, 0, 3) }, () => randomGrant(chance, units, bodies));
    if (grants[0] && chance() < 0.5) grants.push({ role: 'leader', unitId: grants[0].unitId, bodyId: null });
    return { id: randomUUID(), name: `Người ${i}`, grants };
  });
  await db
    .insertInto('account')
    .values(people.map(({ id, name }, i) => ({ id, name, login: `nguoi.${i}`, active: true })))
    .execute();
  const grants = people.flatMap(({ id, grants }) => grants.map((grant) => ({ account_id: id, ...columns(grant) })));
  await db
    .insertInto('role_grant')
    .values(grants)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return people;
}

function columns({ role, unitId, bodyId }: Grant) {
  return { role, unit_id: unitId, body_id: bodyId };
}
