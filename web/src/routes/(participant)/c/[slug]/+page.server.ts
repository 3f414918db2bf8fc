import type { PublicDraftView, PublicOpinionsView } from '@danban/contract';
import { error } from '@sveltejs/kit';
import { found } from '../../../../lib/reading/found.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ fetch, params, url }) => {
  const wanted = url.searchParams.get('ban');
  const version = wanted !== null && /^\d{1,4}$/.test(wanted) ? `?version=${wanted}` : '';
  const response = await fetch(`/api/c/${encodeURIComponent(params.slug)}${version}`);
  if (!response.ok) error(response.status < 500 ? 404 : 503);
  const draft = (await response.json()) as PublicDraftView;
  const organisations = await fetch(`/api/c/${encodeURIComponent(params.slug)}/organisations`);
  const named = organisations.ok ? ((await organisations.json()) as PublicOpinionsView) : null;
  const words = (url.searchParams.get('tim') ?? '').slice(0, 200);
  return { draft, named, words, found: found(draft.version.clauses, words) };
};
