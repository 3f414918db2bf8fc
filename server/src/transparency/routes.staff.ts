import { logWitnessesView, packageName } from '@danban/contract';
import { Hono } from 'hono';
import { record } from '../audit/record.ts';
import type { House } from '../house.ts';
import { streamOf } from '../http/stream.ts';
import { dayOf } from '../organisations/index.ts';
import { personOf, requireStaff } from '../sessions/index.ts';
import { surveyFor } from '../surveys/asked.ts';
import { auditPackage } from './package.ts';
import { logWitnesses } from './status.ts';

/** What administrators read of the log and its witnesses, and what the inspection board takes along to check a survey. */
export function logStaff(house: House): Hono {
  const app = new Hono();
  const path = '/log-witnesses';
  app.use(path, requireStaff(house));
  app.get(path, async (c) => c.json(logWitnessesView.parse(await logWitnesses(house, personOf(c)))));
  // the inspector of the unit, once results are published
  const packed = '/surveys/:id/audit-package.zip';
  app.use(packed, requireStaff(house));
  app.get(packed, async (c) => {
    const { survey, by } = await surveyFor(house, c, 'audit.package');
    const { release, pieces } = await auditPackage(house, survey);
    const taken = { by, act: 'audit.package', object: survey.id, details: { number: release } } as const;
    await house.db.transaction().execute((trx) => record(house, trx, taken));
    const name = packageName(survey.results_slug, dayOf(house.clock()));
    return c.body(streamOf(pieces), 200, {
      'content-type': 'application/zip',
      'content-disposition': `attachment; filename="${name}"`,
    });
  });
  return app;
}
