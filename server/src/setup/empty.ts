import { randomUUID } from 'node:crypto';
import type { HouseTables } from '@danban/db/vaults/house';
import type { Transaction } from 'kysely';
import type { FirstAdministrator } from '../accounts/inputs.ts';
import { insertAccount, insertGrants } from '../accounts/queries.ts';
import { upsertBodies, upsertUnits } from '../organisations/queries.ts';
import type { BodyRecord, UnitRecord } from '../organisations/records.ts';
import { hashPassword } from '../sessions/password.ts';

type Trx = Transaction<HouseTables>;

const rootId = 'goc';
/** Older than anything that will hang under it, so that no unit is loaded before its parent exists. */
const since = '1945-09-02';

function root(name: string): UnitRecord {
  return {
    id: rootId,
    type: 'organisation',
    name,
    shortName: name,
    docCode: null,
    budgetGroup: null,
    staff: null,
    students: null,
    households: null,
    validFrom: since,
    validTo: null,
    places: [{ parentId: null, from: since }],
    formerNames: [],
    successorIds: [],
  };
}

function administration(name: string): BodyRecord {
  const may = { canOrganise: true, canCritique: false, canAudit: false };
  const lasts = { validFrom: null, validTo: null };
  return { id: `${rootId}.dieu-hanh`, kind: 'administration', name, unitId: rootId, parentId: null, ...may, ...lasts };
}

/** One unit, its administration as a body, and who administrates it all; she gives herself no organizer's role. */
export async function foundEmpty(trx: Trx, name: string, admin: FirstAdministrator): Promise<string> {
  const id = randomUUID();
  await upsertUnits(trx, [root(name)]);
  await upsertBodies(trx, [administration(name)]);
  await insertAccount(trx, {
    id,
    name: admin.name,
    login: admin.login,
    passwordHash: await hashPassword(admin.password),
  });
  await insertGrants(trx, id, [{ role: 'admin', unitId: rootId, bodyId: null }]);
  return id;
}
