import type { LogWitnessesView } from '@danban/contract';
import { read } from '../../../../../lib/api.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => ({
  log: await read<LogWitnessesView>(event, '/lam-viec/api/log-witnesses'),
});
