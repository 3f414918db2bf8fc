import type { OutlookView, SurveyView } from '@danban/contract';
import type { Definition } from '@danban/survey';
import { read } from '../../../../../../lib/api.ts';
import type { PageServerLoad } from './$types.js';

/** What is assumed stands in the address, in the words of the API; what was left empty is assumed anew. */
function assumedIn(address: URLSearchParams): string {
  const given = [...address].filter(([name, value]) => name !== 'lang' && value.trim() !== '');
  return new URLSearchParams(given).toString();
}

export const load: PageServerLoad = async (event) => {
  const address = `/lam-viec/api/surveys/${encodeURIComponent(event.params.id)}`;
  const survey = await read<SurveyView>(event, address);
  const outlook = await read<OutlookView>(event, `${address}/outlook?${assumedIn(event.url.searchParams)}`);
  return { survey, definition: survey.definition as Definition, outlook };
};
