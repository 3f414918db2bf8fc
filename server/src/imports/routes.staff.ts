import { importedView, importView, type ImportKind } from '@danban/contract';
import { Hono, type Context } from 'hono';
import { z } from 'zod';
import type { House } from '../house.ts';
import { bytesIn, readInput } from '../http/input.ts';
import { ProblemError } from '../http/problem.ts';
import { dayOf } from '../organisations/day.ts';
import { personOf, requireStaff, staffIn } from '../sessions/index.ts';
import { currentFile, templateFile, type TableFile } from './files.ts';
import { send } from './sending.ts';
import { chosenTable, fileKind, importKind, typedBody, typedUnit } from './inputs.ts';
import { addOne } from './one.ts';
import { kindsFor } from './rights.ts';
import { importTable, preview, read } from './service.ts';

const kindsView = z.array(importKind);

function kindIn(c: Context): ImportKind {
  const kind = importKind.safeParse(c.req.param('kind'));
  if (!kind.success) throw new ProblemError('not-found');
  return kind.data;
}

/** `template.xlsx`, `current.csv`. */
function formIn(c: Context, name: string): TableFile['form'] {
  const form = fileKind.safeParse(c.req.param('file')?.slice(name.length + 1));
  if (!form.success) throw new ProblemError('not-found');
  return form.data;
}

/** Mounted under `/lam-viec/api`. Units and bodies: administrators of the installation. Accounts: administrators. */
export function importRoutes(house: House): Hono {
  const routes = new Hono();
  const staff = requireStaff(house);

  // Whoever is signed in: what she may import, nothing for most.
  routes.get('/imports', staff, async (c) => c.json(kindsView.parse(await kindsFor(house.db, personOf(c)))));

  // An empty table with an example and a guide.
  routes.get('/imports/:kind/:file{template\\.(?:xlsx|csv)}', staff, async (c) => {
    return send(c, await templateFile(kindIn(c), formIn(c, 'template')));
  });

  // What is stored today, in the form in which it is imported.
  routes.get('/imports/:kind/:file{current\\.(?:xlsx|csv)}', staff, async (c) => {
    const file = await currentFile(house, personOf(c), kindIn(c), formIn(c, 'current'));
    return send(c, { ...file, name: `${file.name}-${dayOf(house.clock())}` });
  });

  // Reads a file; stores nothing.
  routes.post('/imports/:kind/read', staff, async (c) => {
    return c.json(importView.parse(await read(house, personOf(c), kindIn(c), await bytesIn(c))));
  });

  // Reads the table again with other columns, sheet or day; remembers the columns.
  routes.post('/imports/:kind/preview', staff, async (c) => {
    const chosen = await readInput(c, chosenTable);
    return c.json(importView.parse(await preview(house, personOf(c), kindIn(c), chosen)));
  });

  // Stores all of it or nothing.
  routes.post('/imports/:kind', staff, async (c) => {
    const chosen = await readInput(c, chosenTable);
    return c.json(importedView.parse(await importTable(house, staffIn(c), kindIn(c), chosen)), 201);
  });

  // One unit, typed by hand.
  routes.post('/units', staff, async (c) => {
    await addOne(house, staffIn(c), 'units', await readInput(c, typedUnit));
    return c.body(null, 204);
  });

  // One body, typed by hand.
  routes.post('/bodies', staff, async (c) => {
    await addOne(house, staffIn(c), 'bodies', await readInput(c, typedBody));
    return c.body(null, 204);
  });

  return routes;
}
