import { can, type Person } from '@danban/access';
import { importKinds, type ImportKind } from '@danban/contract';
import type { Db } from '@danban/db/vaults/house';
import { administratedBy, demandSomeAdministrator } from '../accounts/scope.ts';
import { rootIds } from '../organisations/queries.ts';
import { demand } from '../sessions/index.ts';

/** What the person may import. */
export async function kindsFor(db: Db, person: Person): Promise<ImportKind[]> {
  if (administratedBy(person).length === 0) return [];
  const whole = { unitPath: await rootIds(db), bodyId: null, judged: null };
  return can(person, 'organisation.manage', whole) ? [...importKinds] : ['accounts'];
}

/** Units and bodies: administrators of the installation. Accounts: any administrator; each row is asked for its units. */
export async function demandMayImport(db: Db, person: Person, kind: ImportKind): Promise<void> {
  if (kind === 'accounts') return demandSomeAdministrator(person);
  demand(person, 'organisation.manage', { unitPath: await rootIds(db), bodyId: null, judged: null });
}
