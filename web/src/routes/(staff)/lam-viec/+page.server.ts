import type { DeskView } from '@danban/contract';
import { read } from '../../../lib/api.ts';
import { kindsOf } from '../../../lib/imports/kindsOf.ts';
import { glancesAt } from '../../../lib/overview/glance.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => {
  const [desk, kinds] = await Promise.all([read<DeskView>(event, '/lam-viec/api/desk'), kindsOf(event)]);
  return { desk, kinds, glances: await glancesAt((path) => read(event, path), desk.results.items) };
};
