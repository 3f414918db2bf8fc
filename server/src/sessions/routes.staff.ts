import { linkLoginView, meView, sessionView } from '@danban/contract';
import { Hono } from 'hono';
import { z } from 'zod';
import type { House } from '../house.ts';
import { idIn, readInput } from '../http/input.ts';
import { dropSessionCookie, tokenOf } from './cookie.ts';
import { deviceIn } from './device.ts';
import { countFailures } from './failures.ts';
import { greet } from './greet.ts';
import { choosePassword as choosePasswordInput, signIn, useLink } from './inputs.ts';
import { endOther, endOthers, list } from './own.ts';
import { choosePassword, loginBehind, signInByLink, signInByPassword, signOut } from './service.ts';
import { meOf, requireOwner, staffIn } from './staff.ts';
import { createThrottle } from './throttle.ts';

const sessionsView = z.array(sessionView);

/** Mounted under `/lam-viec/api`. */
export function sessionRoutes(house: House): Hono {
  const routes = new Hono();
  const owner = requireOwner(house);
  const throttle = createThrottle();
  const failures = countFailures(house);

  // Anyone.
  routes.post('/sessions', async (c) => {
    const input = await readInput(c, signIn);
    return greet(c, house, await failures.counting(() => signInByPassword(house, throttle, input, deviceIn(c))));
  });

  // Anyone who holds a link; a GET of its page changes nothing.
  routes.post('/sessions/link', async (c) => {
    const { token } = await readInput(c, useLink);
    return greet(c, house, await failures.counting(() => signInByLink(house, token, deviceIn(c))));
  });

  // Anyone who holds a link to choose a password; it stays to be used.
  routes.post('/sessions/link/login', async (c) => {
    const { token } = await readInput(c, useLink);
    const login = await failures.counting(() => loginBehind(house, token));
    return c.json(linkLoginView.parse({ login }));
  });

  // Anyone: signing out twice is no error.
  routes.delete('/sessions', async (c) => {
    await signOut(house, tokenOf(c));
    dropSessionCookie(c, house);
    return c.body(null, 204);
  });

  // Whoever is signed in.
  routes.get('/me', owner, (c) => c.json(meView.parse(meOf(staffIn(c)))));

  // Whoever is signed in, for her own sessions: seeing them, ending one of the others, ending all others.
  routes.get('/me/sessions', owner, async (c) => c.json(sessionsView.parse(await list(house, staffIn(c)))));

  routes.delete('/me/sessions/:id', owner, async (c) => {
    await endOther(house, staffIn(c), idIn(c));
    return c.body(null, 204);
  });

  routes.delete('/me/sessions', owner, async (c) => {
    await endOthers(house, staffIn(c));
    return c.body(null, 204);
  });

  // Whoever is signed in, for her own account.
  routes.post('/me/password', owner, async (c) => {
    const input = await readInput(c, choosePasswordInput);
    return greet(c, house, await choosePassword(house, throttle, staffIn(c), input, deviceIn(c)));
  });

  return routes;
}
