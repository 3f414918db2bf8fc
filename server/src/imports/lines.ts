import type { Person } from '@danban/access';
import type { ImportKind } from '@danban/contract';
import type { Db } from '@danban/db/vaults/house';
import type { AccountLine, BodyLine, LineOf, UnitLine } from '@danban/tables';
import { findAccountsInReach } from '../accounts/queries.ts';
import { administratedBy } from '../accounts/scope.ts';
import { standingOn } from '../organisations/changes.ts';
import { bodiesOn, storedBodies, storedUnits, unitsOn } from '../organisations/queries.ts';

/** Units as they stand on the day, parents before their children. */
async function unitLines(db: Db, day: string): Promise<UnitLine[]> {
  const records = new Map((await storedUnits(db)).map((unit) => [unit.id, unit]));
  return (await unitsOn(db, day)).map(({ id }) => {
    const unit = records.get(id)!;
    const { since: from, ...standing } = standingOn(unit, day);
    const { type, staff, students, households } = unit;
    return { id, ...standing, type, staff, students, households, from };
  });
}

async function bodyLines(db: Db, day: string): Promise<BodyLine[]> {
  const records = new Map((await storedBodies(db)).map((body) => [body.id, body]));
  return (await bodiesOn(db, day)).map(({ id }) => {
    const { validFrom: from, validTo: to, ...body } = records.get(id)!;
    return { ...body, from, to };
  });
}

/** Active accounts in the person's hands, a line for each role. */
async function accountLines(db: Db, person: Person, day: string): Promise<AccountLine[]> {
  const reach = { administrated: administratedBy(person), day };
  const accounts = await findAccountsInReach(db, reach);
  return accounts.flatMap(({ name, login, active, grants }) =>
    active ? grants.map(({ role, unitId, bodyId }) => ({ name, login, role, unitId, bodyId })) : [],
  );
}

const readers: { [K in ImportKind]: (db: Db, person: Person, day: string) => Promise<LineOf[K][]> } = {
  units: (db, _, day) => unitLines(db, day),
  bodies: (db, _, day) => bodyLines(db, day),
  accounts: accountLines,
};

/** What is stored on the day, as lines of a table. */
export function linesOf<K extends ImportKind>(db: Db, person: Person, kind: K, day: string): Promise<LineOf[K][]> {
  return readers[kind](db, person, day);
}
