import { read } from '../../../../../../lib/api.ts';
import { loadOverview } from '../../../../../../lib/overview/load.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = (event) =>
  loadOverview(
    (path) => read(event, path),
    `/lam-viec/api/surveys/${encodeURIComponent(event.params.id)}/release`,
    event.url.searchParams,
  );
