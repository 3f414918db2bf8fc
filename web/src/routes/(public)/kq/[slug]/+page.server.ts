import { read } from '../../../../lib/api.ts';
import { loadResults } from '../../../../lib/results/load.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = (event) =>
  loadResults((path) => read(event, path), `/api/kq/${encodeURIComponent(event.params.slug)}`, event.url.searchParams);
