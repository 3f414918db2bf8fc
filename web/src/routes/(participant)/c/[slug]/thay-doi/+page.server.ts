import type { PublicComparisonView } from '@danban/contract';
import { error } from '@sveltejs/kit';
import { publicOf } from '../../../../../lib/answered/load.ts';
import { comparisonAsked } from '../../../../../lib/changes/asked.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ fetch, params, url }) => {
  const { query, show } = comparisonAsked(url);
  const response = await fetch(`/api/c/${encodeURIComponent(params.slug)}/changes${query}`);
  if (!response.ok) error(response.status < 500 ? 404 : 503);
  const told = await publicOf(fetch, params.slug);
  return { view: (await response.json()) as PublicComparisonView, told, show };
};
