import type { CommitmentsView } from '@danban/contract';
import { read } from '../../../../../lib/api.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => ({
  board: await read<CommitmentsView>(event, `/api/kq/${encodeURIComponent(event.params.slug)}/commitments`),
});
