import type { Definition } from '@danban/survey';
import { error } from '@sveltejs/kit';
import { checkFile } from '../../../../lib/server/checkFile.ts';
import type { PageServerLoad } from './$types.js';

/** The survey under the link of its results, once the log tells of it; what is checked is fetched by the device alone. */
export const load: PageServerLoad = async ({ fetch, params }) => {
  const response = await fetch(`/api/log/${encodeURIComponent(params.slug)}/definition`);
  if (!response.ok) error(response.status === 404 ? 404 : 503);
  const { title } = (await response.json()) as Definition;
  return { title, sha256: checkFile.sha256 };
};
