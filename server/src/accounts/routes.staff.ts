import { accountView } from '@danban/contract';
import { Hono, type Context } from 'hono';
import { z } from 'zod';
import type { House } from '../house.ts';
import { readInput } from '../http/input.ts';
import { ProblemError } from '../http/problem.ts';
import { personOf, requireStaff } from '../sessions/staff.ts';
import { createAccount, createLink, replaceGrantsInput } from './inputs.ts';
import { create, deactivate, list, renewLink, setGrants } from './service.ts';

const linkView = z.object({ link: z.url() });
const createdView = linkView.extend({ account: accountView });

function idIn(c: Context): string {
  const id = z.uuid().safeParse(c.req.param('id'));
  if (!id.success) throw new ProblemError('not-found');
  return id.data;
}

/** Mounted under `/lam-viec/api`. Links are shown once, to the administrator who made them, and stored nowhere. */
export function accountRoutes(house: House): Hono {
  const routes = new Hono();
  const staff = requireStaff(house);

  // Administrators: accounts all of whose roles lie in their units.
  routes.get('/accounts', staff, async (c) => {
    return c.json(z.array(accountView).parse(await list(house, personOf(c))));
  });

  // Administrators of every unit, and of the unit of every body, named in the roles.
  routes.post('/accounts', staff, async (c) => {
    const input = await readInput(c, createAccount);
    return c.json(createdView.parse(await create(house, personOf(c), input)), 201);
  });

  // Administrators of every unit in which the account holds a role.
  routes.post('/accounts/:id/link', staff, async (c) => {
    const { purpose } = await readInput(c, createLink);
    const link = await renewLink(house, personOf(c), idIn(c), purpose);
    return c.json(linkView.parse({ link }), 201);
  });

  // Administrators of every unit of the old roles and of the new ones.
  routes.put('/accounts/:id/grants', staff, async (c) => {
    const { grants } = await readInput(c, replaceGrantsInput);
    return c.json(accountView.parse(await setGrants(house, personOf(c), idIn(c), grants)));
  });

  // Administrators of every unit in which the account holds a role; never the last one of the installation.
  routes.delete('/accounts/:id', staff, async (c) => {
    await deactivate(house, personOf(c), idIn(c));
    return c.body(null, 204);
  });

  return routes;
}
