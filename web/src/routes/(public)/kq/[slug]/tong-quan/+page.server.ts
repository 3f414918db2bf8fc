import { read } from '../../../../../lib/api.ts';
import { loadOverview } from '../../../../../lib/overview/load.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = (event) =>
  loadOverview((path) => read(event, path), `/api/kq/${encodeURIComponent(event.params.slug)}`, event.url.searchParams);
