import type { CommitmentsView, ListeningView } from '@danban/contract';
import { read } from '../../../../../lib/api.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => {
  const page = `/api/kq/${encodeURIComponent(event.params.slug)}`;
  const [board, listening] = await Promise.all([
    read<CommitmentsView>(event, `${page}/commitments`),
    read<ListeningView | null>(event, `${page}/listening`),
  ]);
  return { board, listening };
};
