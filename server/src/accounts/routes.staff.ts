import { accountFactorsView, accountView, handedOverView, handoverView, pageView } from '@danban/contract';
import { Hono } from 'hono';
import { z } from 'zod';
import type { House } from '../house.ts';
import { idIn, readInput, readQuery } from '../http/input.ts';
import { personOf, requireStaff } from '../sessions/staff.ts';
import { factorsOf, resetFactorsOf, unlinkOf } from './factors.ts';
import { before, handOver } from './handover.ts';
import {
  createAccount,
  createLink,
  grantInput,
  grantNamed,
  handOver as handOverInput,
  listAccounts,
  resetFactors,
} from './inputs.ts';
import { activate, addGrant, create, deactivate, find, list, removeGrant, renewLink, signOut } from './service.ts';

const accountPage = pageView(accountView);
const linkView = z.object({ link: z.url() });
const createdView = linkView.extend({ account: accountView });

/**
 * Mounted under `/lam-viec/api`. Links are shown once, to the administrator who made them, and stored nowhere. Who may
 * act on one account: administrators of every unit in which it holds a role.
 */
export function accountRoutes(house: House): Hono {
  const routes = new Hono();
  const staff = requireStaff(house);

  // Administrators: accounts all of whose roles lie in their units.
  routes.get('/accounts', staff, async (c) => {
    return c.json(accountPage.parse(await list(house, personOf(c), readQuery(c, listAccounts))));
  });

  // Administrators of every unit, and of the unit of every body, named in the roles.
  routes.post('/accounts', staff, async (c) => {
    const input = await readInput(c, createAccount);
    return c.json(createdView.parse(await create(house, personOf(c), input)), 201);
  });

  routes.get('/accounts/:id', staff, async (c) => {
    return c.json(accountView.parse(await find(house, personOf(c), idIn(c))));
  });

  routes.post('/accounts/:id/link', staff, async (c) => {
    const { purpose } = await readInput(c, createLink);
    const link = await renewLink(house, personOf(c), idIn(c), purpose);
    return c.json(linkView.parse({ link }), 201);
  });

  // They must administrate the unit and the body of the new role, too.
  routes.post('/accounts/:id/grants', staff, async (c) => {
    const grant = await readInput(c, grantInput);
    return c.json(accountView.parse(await addGrant(house, personOf(c), idIn(c), grant)));
  });

  // Never the last role of an account, never the last administrator of the installation.
  routes.delete('/accounts/:id/grants', staff, async (c) => {
    const grant = readQuery(c, grantNamed);
    return c.json(accountView.parse(await removeGrant(house, personOf(c), idIn(c), grant)));
  });

  // Never the last administrator of the installation.
  routes.delete('/accounts/:id', staff, async (c) => {
    await deactivate(house, personOf(c), idIn(c));
    return c.body(null, 204);
  });

  // What somebody would leave behind, as far as it lies in the administrator's units.
  routes.get('/accounts/:id/handover', staff, async (c) => {
    return c.json(handoverView.parse(await before(house, personOf(c), idIn(c))));
  });

  // They must administrate the successor, and the units of the roles that go over, too.
  routes.post('/accounts/:id/handover', staff, async (c) => {
    const input = await readInput(c, handOverInput);
    return c.json(handedOverView.parse({ surveys: await handOver(house, personOf(c), idIn(c), input) }));
  });

  // What the account shows beside a password or a link.
  routes.get('/accounts/:id/factors', staff, async (c) => {
    return c.json(accountFactorsView.parse(await factorsOf(house, personOf(c), idIn(c))));
  });

  // For a phone or key that was lost; never her own.
  routes.post('/accounts/:id/factors/reset', staff, async (c) => {
    await readInput(c, resetFactors);
    await resetFactorsOf(house, personOf(c), idIn(c));
    return c.body(null, 204);
  });

  // The account is linked with nobody at the provider any more; never her own.
  routes.delete('/accounts/:id/sso', staff, async (c) => {
    await unlinkOf(house, personOf(c), idIn(c));
    return c.body(null, 204);
  });

  // Ends every session of the account; who knows the password signs in anew.
  routes.delete('/accounts/:id/sessions', staff, async (c) => {
    await signOut(house, personOf(c), idIn(c));
    return c.body(null, 204);
  });

  routes.post('/accounts/:id/activation', staff, async (c) => {
    return c.json(linkView.parse({ link: await activate(house, personOf(c), idIn(c)) }), 201);
  });

  return routes;
}
