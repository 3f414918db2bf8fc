import type { DeskView } from '@danban/contract';
import { read } from '../../../lib/api.ts';
import { kindsOf } from '../../../lib/imports/kindsOf.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => ({
  desk: await read<DeskView>(event, '/lam-viec/api/desk'),
  kinds: await kindsOf(event),
});
