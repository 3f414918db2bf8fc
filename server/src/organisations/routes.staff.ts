import { bodyView, branchView, pageView, unitChoiceView, unitView } from '@danban/contract';
import { Hono, type Context } from 'hono';
import { z } from 'zod';
import { record } from '../audit/record.ts';
import type { House } from '../house.ts';
import { readJson, readQuery } from '../http/input.ts';
import { ProblemError } from '../http/problem.ts';
import { demandAnAdministrator } from '../accounts/administrators.ts';
import { demand, personOf, requireStaff } from '../sessions/staff.ts';
import { bodies, bodiesWanted, branch, branchWanted, find, unitsWanted } from './browse.ts';
import { dayOf } from './day.ts';
import { rootIds, unitsOn } from './queries.ts';
import { loadOrganisation, type AfterLoading } from './service.ts';

const bodyPage = pageView(bodyView);
const choicePage = pageView(unitChoiceView);
const loadedView = z.object({ units: z.number().int(), bodies: z.number().int() });

/** `?on=YYYY-MM-DD`; today without it. */
function dayAsked(c: Context, house: House): string {
  const on = c.req.query('on');
  if (on === undefined) return dayOf(house.clock());
  if (!z.iso.date().safeParse(on).success) throw new ProblemError('invalid-input', [{ path: 'on', code: 'not-a-day' }]);
  return on;
}

/** Mounted under `/lam-viec/api`. */
export function organisationRoutes(house: House): Hono {
  const routes = new Hono();
  const staff = requireStaff(house);

  // Whoever is signed in: which units and bodies there are is public knowledge.
  routes.get('/units', staff, async (c) => {
    return c.json(z.array(unitView).parse(await unitsOn(house.db, dayAsked(c, house))));
  });

  // Whoever is signed in.
  routes.get('/units/found', staff, async (c) => {
    return c.json(choicePage.parse(await find(house, personOf(c), readQuery(c, unitsWanted))));
  });

  // Whoever is signed in.
  routes.get('/units/branch', staff, async (c) => {
    return c.json(branchView.parse(await branch(house, readQuery(c, branchWanted))));
  });

  // Whoever is signed in.
  routes.get('/bodies', staff, async (c) => c.json(bodyPage.parse(await bodies(house, readQuery(c, bodiesWanted)))));

  // Administrators of the installation: the file may touch every unit.
  routes.put('/organisation', staff, async (c) => {
    const where = { unitPath: await rootIds(house.db), bodyId: null, judged: null };
    const by = demand(personOf(c), 'organisation.manage', where);
    const after: AfterLoading = async (trx, details) => {
      await demandAnAdministrator(trx);
      await record(house, trx, { by, act: 'organisation.load', details });
    };
    const loaded = await loadOrganisation(house.db, await readJson(c), { after });
    return c.json(loadedView.parse(loaded));
  });

  return routes;
}
