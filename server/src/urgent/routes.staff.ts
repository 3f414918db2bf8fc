import { urgentContactInput, urgentContactView, urgentTestView } from '@danban/contract';
import { Hono, type Context } from 'hono';
import type { House } from '../house.ts';
import { readInput } from '../http/input.ts';
import { personOf, requireStaff } from '../sessions/index.ts';
import { createThrottle } from '../sessions/throttle.ts';
import { contactOf, nameContact } from './service.ts';
import { sendTestLetter } from './testLetter.ts';

/** Who is named to read what cannot wait. Administrators read it; administrators of the installation change it. */
export function urgentStaff(house: House): Hono {
  const app = new Hono();
  const path = '/urgent-contact';
  const throttle = createThrottle();
  const view = async (c: Context) => c.json(urgentContactView.parse(await contactOf(house, personOf(c))));
  app.use(path, requireStaff(house));
  app.use(`${path}/test`, requireStaff(house));
  app.get(path, view);
  app.put(path, async (c) => {
    await nameContact(house, personOf(c), await readInput(c, urgentContactInput));
    return view(c);
  });
  app.delete(path, async (c) => {
    await nameContact(house, personOf(c), null);
    return view(c);
  });
  app.post(`${path}/test`, async (c) => {
    return c.json(urgentTestView.parse(await sendTestLetter(house, throttle, personOf(c))));
  });
  return app;
}
