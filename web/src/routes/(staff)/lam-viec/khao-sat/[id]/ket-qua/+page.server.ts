import { read } from '../../../../../../lib/api.ts';
import { loadResults } from '../../../../../../lib/results/load.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = (event) => {
  const page = `/lam-viec/api/surveys/${encodeURIComponent(event.params.id)}/release`;
  return loadResults((path) => read(event, path), page, event.url.searchParams);
};
