import { actorFor } from '@danban/access';
import { auditExtractView, auditPageView } from '@danban/contract';
import { Hono, type Context } from 'hono';
import type { House } from '../house.ts';
import { readQuery } from '../http/input.ts';
import { personOf, requireStaff } from '../sessions/staff.ts';
import { surveyToFollow } from '../surveys/asked.ts';
import { exportActs, type Format } from './export.ts';
import { exportedActs, filteredActs, listedActs } from './inputs.ts';
import { historyOf, list, onPaper, watchedNow } from './service.ts';

const contentType = { csv: 'text/csv; charset=utf-8', jsonl: 'application/jsonl; charset=utf-8' };

/** Mounted under `/lam-viec/api`. Administrators and inspection boards, each for the acts in their units. */
export function auditRoutes(house: House): Hono {
  const routes = new Hono();
  const staff = requireStaff(house);

  routes.get('/audit', staff, async (c) => {
    return c.json(auditPageView.parse(await list(house, personOf(c), readQuery(c, listedActs))));
  });

  routes.get('/audit/paper', staff, async (c) => {
    return c.json(auditExtractView.parse(await onPaper(house, personOf(c), readQuery(c, filteredActs))));
  });

  const exported = (format: Format) => async (c: Context) => {
    const person = personOf(c);
    const watched = await watchedNow(house, person);
    const by = actorFor(person, 'audit.read', {
      unitPath: person.grants.map((grant) => grant.unitId),
      bodyId: null,
      judged: null,
    });
    const body = await exportActs(house, by, watched, readQuery(c, exportedActs), format);
    return c.body(body, 200, {
      'content-type': contentType[format],
      'content-disposition': `attachment; filename="nhat-ky.${format}"`,
    });
  };
  routes.get('/audit/export.csv', staff, exported('csv'));
  routes.get('/audit/export.jsonl', staff, exported('jsonl'));

  // Who organises the survey, and whoever may read the log there.
  routes.get('/surveys/:id/history', staff, async (c) => {
    const survey = await surveyToFollow(house, c);
    return c.json(auditExtractView.parse(await historyOf(house, survey.id)));
  });

  return routes;
}
