import { passkeysView } from '@danban/contract';
import { Hono, type Context } from 'hono';
import type { House } from '../house.ts';
import { readInput } from '../http/input.ts';
import { ProblemError } from '../http/problem.ts';
import { begin, beginHeld, take, takeHeld } from '../sessions/ceremonies.ts';
import { tokenOf } from '../sessions/cookie.ts';
import { deviceIn } from '../sessions/device.ts';
import { countFailures } from '../sessions/failures.ts';
import { greet } from '../sessions/greet.ts';
import { requireOwner, staffIn } from '../sessions/staff.ts';
import { createThrottle } from '../sessions/throttle.ts';
import { addPasskey, namedPasskey, passkeyName, usePasskey } from './inputs.ts';
import { add, list, optionsToAdd, optionsToSignIn, remove, rename, signIn } from './service.ts';

function keyIn(c: Context): string {
  const id = namedPasskey.safeParse(c.req.param('key'));
  if (!id.success) throw new ProblemError('not-found');
  return id.data;
}

/** Mounted under `/lam-viec/api`. Options are of WebAuthn's making and go to the browser as they are. */
export function passkeyRoutes(house: House): Hono {
  const routes = new Hono();
  const owner = requireOwner(house);
  const throttle = createThrottle();
  const failures = countFailures(house);

  // Anyone.
  routes.post('/sessions/passkey/options', async (c) => {
    const options = await optionsToSignIn(house);
    await begin(c, house, 'passkey', { challenge: options.challenge });
    return c.json(options);
  });

  // Anyone who holds a key.
  routes.post('/sessions/passkey', async (c) => {
    const input = await readInput(c, usePasskey);
    const begun = await take(c, house, 'passkey');
    return greet(c, house, await failures.counting(() => signIn(house, throttle, begun, input, deviceIn(c))));
  });

  // Whoever is signed in, for her own account; what changes it, soon after signing in.
  routes.get('/me/passkeys', owner, async (c) => c.json(passkeysView.parse(await list(house, staffIn(c)))));

  routes.post('/me/passkeys/options', owner, async (c) => {
    const options = await optionsToAdd(house, staffIn(c));
    await beginHeld(house, 'add-passkey', tokenOf(c)!, { challenge: options.challenge });
    return c.json(options);
  });

  routes.post('/me/passkeys', owner, async (c) => {
    const input = await readInput(c, addPasskey);
    await add(house, staffIn(c), await takeHeld(house, 'add-passkey', tokenOf(c)), input);
    return c.body(null, 204);
  });

  routes.put('/me/passkeys/:key', owner, async (c) => {
    const { name } = await readInput(c, passkeyName);
    await rename(house, staffIn(c), keyIn(c), name);
    return c.body(null, 204);
  });

  routes.delete('/me/passkeys/:key', owner, async (c) => {
    await remove(house, staffIn(c), keyIn(c));
    return c.body(null, 204);
  });

  return routes;
}
