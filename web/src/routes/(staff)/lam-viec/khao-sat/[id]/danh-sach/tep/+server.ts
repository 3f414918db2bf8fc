import { redirect } from '@sveltejs/kit';
import { field } from '../../../../../../../lib/form.ts';
import { rosterApi, rosterPage } from '../../../../../../../lib/surveys/roster/addresses.ts';
import type { RequestHandler } from './$types.js';

const kept = ['content-type', 'content-disposition', 'cache-control'];

/** The file of links, for a form without scripts; a refusal leads back to the page of the form. */
export const POST: RequestHandler = async (event) => {
  const form = await event.request.formData();
  const back = `${rosterPage(event.params.id)}/thu`;
  if (field(form, 'understood') === '') redirect(303, `${back}?chua-danh-dau`);
  const answer = await event.fetch(`${rosterApi(event.params.id)}/file`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ form: field(form, 'form'), understood: true }),
  });
  if (!answer.ok) redirect(303, back);
  const headers = kept.flatMap((name) => {
    const value = answer.headers.get(name);
    return value === null ? [] : [[name, value] as [string, string]];
  });
  return new Response(await answer.arrayBuffer(), { headers });
};
