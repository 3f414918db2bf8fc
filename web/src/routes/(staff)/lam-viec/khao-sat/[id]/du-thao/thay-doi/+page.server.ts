import type { DraftComparisonView } from '@danban/contract';
import { read } from '../../../../../../../lib/api.ts';
import { comparisonAsked } from '../../../../../../../lib/changes/asked.ts';
import { draftsApi } from '../../../../../../../lib/drafts/addresses.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => {
  const { query, show } = comparisonAsked(event.url);
  const view = await read<DraftComparisonView>(event, `${draftsApi(event.params.id)}/comparison${query}`);
  return { view, show };
};
