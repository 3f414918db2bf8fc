import type { ReleaseView } from '@danban/contract';
import { read } from '../../../../../../lib/api.ts';
import { resultsView } from '../../../../../../lib/results/view.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => {
  const release = await read<ReleaseView>(
    event,
    `/lam-viec/api/surveys/${encodeURIComponent(event.params.id)}/release`,
  );
  return { view: resultsView(release, event.url.searchParams) };
};
