import { randomUUID } from 'node:crypto';
import { clusterAct } from '@danban/comments';
import { clustersView } from '@danban/contract';
import { Hono } from 'hono';
import { z } from 'zod';
import type { House } from '../house.ts';
import { readInput, readQuery } from '../http/input.ts';
import { listing } from '../http/list.ts';
import { requireStaff } from '../sessions/index.ts';
import { change, clustersOf, undo } from './clusters.ts';
import { surveyToModerate } from './moderating.ts';

const clustersWanted = z.strictObject({ ...listing, cluster: z.uuid().optional() });
const based = z.int().nonnegative();
const changeInput = z.strictObject({ revision: based, act: clusterAct });
const undoInput = z.strictObject({ revision: based });

/** Themes of a survey's opinions, made by hand by those who read them. */
export function clustersStaff(house: House): Hono {
  const app = new Hono();
  const at = '/surveys/:id/comments/clusters';
  for (const path of [at, `${at}/*`]) app.use(path, requireStaff(house));

  app.get(at, async (c) => {
    const moderating = await surveyToModerate(house, c);
    return c.json(clustersView.parse(await clustersOf(house, moderating, readQuery(c, clustersWanted))));
  });
  app.post(at, async (c) => {
    const moderating = await surveyToModerate(house, c);
    const { revision, act } = await readInput(c, changeInput);
    // Ids are drawn here: whoever asks for a new cluster does not choose it.
    const drawn = act.kind === 'create' || act.kind === 'split' ? { ...act, id: randomUUID() } : act;
    await change(house, moderating, revision, drawn);
    return c.body(null, 204);
  });
  app.post(`${at}/undo`, async (c) => {
    const moderating = await surveyToModerate(house, c);
    await undo(house, moderating, (await readInput(c, undoInput)).revision);
    return c.body(null, 204);
  });

  return app;
}
