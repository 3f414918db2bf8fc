import { factorsView, houseRulesView, phoneSetUpView, recoveryCodesView } from '@danban/contract';
import { Hono } from 'hono';
import { z } from 'zod';
import type { House } from '../house.ts';
import { readInput } from '../http/input.ts';
import { tokenOf } from '../sessions/cookie.ts';
import { countFailures } from '../sessions/failures.ts';
import { greet } from '../sessions/greet.ts';
import { personOf, requireOwner, requireStaff, staffIn } from '../sessions/staff.ts';
import { createThrottle } from '../sessions/throttle.ts';
import { changeRules, rules } from './rules.ts';
import { begin, confirm, enterCode, factorsOf, remove, renewCodes, setUp } from './service.ts';

/** Wrong shapes are wrong codes: only the size is bounded here. */
const typed = z.strictObject({ code: z.string().max(100) });
const rulesInput = z.strictObject({ adminsNeedSecondFactor: z.boolean() });

/** Mounted under `/lam-viec/api`. */
export function factorRoutes(house: House): Hono {
  const routes = new Hono();
  const owner = requireOwner(house);
  const throttle = createThrottle();
  const failures = countFailures(house);

  // Whoever has signed in but for this code.
  routes.post('/sessions/code', async (c) => {
    const { code } = await readInput(c, typed);
    return greet(c, house, await failures.counting(() => enterCode(house, throttle, tokenOf(c), code)));
  });

  // Whoever is signed in, for her own account; what changes it, soon after signing in.
  routes.get('/me/factors', owner, async (c) => c.json(factorsView.parse(await factorsOf(house, staffIn(c)))));

  routes.post('/me/phone', owner, async (c) => {
    await begin(house, staffIn(c));
    return c.body(null, 204);
  });

  routes.get('/me/phone', owner, async (c) => c.json(phoneSetUpView.parse(await setUp(house, staffIn(c)))));

  routes.post('/me/phone/confirmation', owner, async (c) => {
    const { code } = await readInput(c, typed);
    return c.json(recoveryCodesView.parse({ codes: await confirm(house, throttle, staffIn(c), code) }));
  });

  routes.post('/me/phone/recovery', owner, async (c) => {
    return c.json(recoveryCodesView.parse({ codes: await renewCodes(house, staffIn(c)) }));
  });

  routes.delete('/me/phone', owner, async (c) => {
    await remove(house, staffIn(c));
    return c.body(null, 204);
  });

  // Administrators read them; administrators of the installation change them.
  routes.get('/rules', requireStaff(house), async (c) => c.json(houseRulesView.parse(await rules(house, personOf(c)))));

  routes.put('/rules', requireStaff(house), async (c) => {
    const { adminsNeedSecondFactor } = await readInput(c, rulesInput);
    await changeRules(house, personOf(c), adminsNeedSecondFactor);
    return c.json(houseRulesView.parse(await rules(house, personOf(c))));
  });

  return routes;
}
