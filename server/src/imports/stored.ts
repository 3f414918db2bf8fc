import type { Person } from '@danban/access';
import type { ImportKind } from '@danban/contract';
import type { Db } from '@danban/db/vaults/house';
import { everyAccount } from '../accounts/queries.ts';
import { bodiesOn, rootIds, storedBodies, storedUnits, unitPaths, unitsOn } from '../organisations/queries.ts';
import { unitsBeingAsked } from './queries.ts';
import type { AccountsStored } from './accounts.ts';
import type { Stored } from './understand.ts';

async function accountsBeside(db: Db, person: Person, day: string): Promise<AccountsStored> {
  const accounts = await everyAccount(db);
  const units = await unitsOn(db, day);
  const held = accounts.flatMap(({ grants }) => grants.map((grant) => grant.unitId));
  const everyPath = await unitPaths(db, [...new Set([...units.map((unit) => unit.id), ...held])], day);
  const paths = [...everyPath].map(([id, path]) => ({ id, path }));
  const [bodies, roots] = [await bodiesOn(db, day), await rootIds(db)];
  return { accounts, units: units.map(({ id, name }) => ({ id, name })), bodies, roots, paths, person };
}

/** What is stored now, as far as a table of this kind has to do with it. */
export async function storedBeside(db: Db, kind: ImportKind, person: Person, day: string): Promise<Stored> {
  switch (kind) {
    case 'units':
      return { kind, units: await storedUnits(db), asked: await unitsBeingAsked(db) };
    case 'bodies':
      return {
        kind,
        bodies: await storedBodies(db),
        units: (await storedUnits(db)).map(({ id, name }) => ({ id, name })),
      };
    case 'accounts':
      return { kind, ...(await accountsBeside(db, person, day)) };
  }
}
