import type { PublicDraftView } from '@danban/contract';
import { error } from '@sveltejs/kit';
import { publicOf } from '../../../../lib/answered/load.ts';
import { found } from '../../../../lib/reading/found.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ fetch, params, url }) => {
  const wanted = url.searchParams.get('ban');
  const version = wanted !== null && /^\d{1,4}$/.test(wanted) ? `?version=${wanted}` : '';
  const response = await fetch(`/api/c/${encodeURIComponent(params.slug)}${version}`);
  if (!response.ok) error(response.status < 500 ? 404 : 503);
  const draft = (await response.json()) as PublicDraftView;
  const told = await publicOf(fetch, params.slug);
  const words = (url.searchParams.get('tim') ?? '').slice(0, 200);
  return { draft, told, words, found: found(draft.version.clauses, words) };
};
