import type { SurveySummaryView } from '@danban/contract';
import { read } from '../../../lib/api.ts';
import { kindsOf } from '../../../lib/imports/kindsOf.ts';
import { isOrganizer } from '../../../lib/staff/roles.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => ({
  surveys: await read<SurveySummaryView[]>(event, '/lam-viec/api/surveys'),
  kinds: await kindsOf(event),
  mayCreate: event.locals.me !== null && isOrganizer(event.locals.me),
});
