import type { HouseRulesView } from '@danban/contract';
import { can, type Person } from '@danban/access';
import { record } from '../audit/record.ts';
import type { House } from '../house.ts';
import { ProblemError } from '../http/problem.ts';
import { rootIds } from '../organisations/queries.ts';
import { demand } from '../sessions/staff.ts';
import { adminsNeedSecondFactor, factorsHeld, setAdminsNeedSecondFactor } from './queries.ts';

/** Where acts on the whole installation take place. */
export async function installation(house: House) {
  return { unitPath: await rootIds(house.db), bodyId: null, judged: null };
}

/** For every administrator to read; who administrates the installation may change them. */
export async function rules(house: House, person: Person): Promise<HouseRulesView> {
  if (!person.grants.some(({ role }) => role === 'admin')) throw new ProblemError('not-allowed');
  const mayChange = can(person, 'settings.manage', await installation(house));
  return { adminsNeedSecondFactor: await adminsNeedSecondFactor(house.db), mayChange };
}

/** Who asks others for a second factor has one: otherwise the rule would shut out whoever made it. */
export async function changeRules(house: House, person: Person, needed: boolean): Promise<void> {
  const by = demand(person, 'settings.manage', await installation(house));
  await house.db.transaction().execute(async (trx) => {
    const { phone, passkeys } = await factorsHeld(trx, person.id);
    if (needed && !phone && passkeys === 0) throw new ProblemError('second-factor-needed');
    if (!(await setAdminsNeedSecondFactor(trx, needed))) return;
    await record(house, trx, { by, act: 'rules.change', details: { adminsNeedSecondFactor: needed } });
  });
}
