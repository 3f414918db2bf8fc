import { ownSsoView, ssoAnsweredView, ssoBegunView, ssoView } from '@danban/contract';
import { Hono, type Context } from 'hono';
import type { House } from '../house.ts';
import { readInput } from '../http/input.ts';
import { begin as beginHere, take } from '../sessions/ceremonies.ts';
import { tokenOf } from '../sessions/cookie.ts';
import { deviceIn } from '../sessions/device.ts';
import { countFailures } from '../sessions/failures.ts';
import { letIn } from '../sessions/greet.ts';
import { requireOwner, staffIn } from '../sessions/staff.ts';
import { createThrottle } from '../sessions/throttle.ts';
import { beginSso, ssoAnswer, type WayThere } from './inputs.ts';
import { askToLink, beginToLink, link, ownSso, sessionToLink, unlink } from './linking.ts';
import { begin, begunIn, identityIn, signIn } from './service.ts';

/** Mounted under `/lam-viec/api`. */
export function ssoRoutes(house: House): Hono {
  const routes = new Hono();
  const owner = requireOwner(house);
  const throttle = createThrottle();
  const failures = countFailures(house);

  async function lead(c: Context, { address, kept }: { address: string; kept: WayThere }) {
    await beginHere(c, house, 'sso', kept);
    return c.json(ssoBegunView.parse({ address }));
  }

  async function askBy(c: Context, begun: WayThere, answer: string) {
    const token = sessionToLink(begun, tokenOf(c));
    await askToLink(house, token, await identityIn(house, throttle, begun, answer));
    return c.json(ssoAnsweredView.parse({ next: 'link', place: null }));
  }

  async function signInBy(c: Context, begun: WayThere, answer: string) {
    const token = await failures.counting(async () => {
      return signIn(house, await identityIn(house, throttle, begun, answer), deviceIn(c));
    });
    const next = (await letIn(c, house, token)) ? 'code' : 'place';
    return c.json(ssoAnsweredView.parse({ next, place: begun.place }));
  }

  // Anyone.
  routes.get('/sso', (c) => c.json(ssoView.parse({ name: house.sso?.name ?? null })));

  routes.post('/sso/begin', async (c) => lead(c, await begin(house, await readInput(c, beginSso))));

  // Whoever comes back from the provider, to sign in or to be asked whether to link.
  routes.post('/sso/answer', async (c) => {
    const { answer } = await readInput(c, ssoAnswer);
    const begun = begunIn(await take(c, house, 'sso'));
    return begun.session === null ? signInBy(c, begun, answer) : askBy(c, begun, answer);
  });

  // Whoever is signed in, for her own account; what changes it, soon after proving who she is.
  routes.get('/me/sso', owner, async (c) => c.json(ownSsoView.parse(await ownSso(house, staffIn(c), tokenOf(c)))));

  routes.post('/me/sso/begin', owner, async (c) => lead(c, await beginToLink(house, staffIn(c))));

  routes.post('/me/sso', owner, async (c) => {
    await link(house, staffIn(c), tokenOf(c));
    return c.body(null, 204);
  });

  routes.delete('/me/sso', owner, async (c) => {
    await unlink(house, staffIn(c));
    return c.body(null, 204);
  });

  return routes;
}
