import type { LetterView, ListedPersonView, PageView, ReplacedView, RosterView, SurveyView } from '@danban/contract';
import type { Definition } from '@danban/survey';
import type { RequestEvent } from '@sveltejs/kit';
import { read, refuse, send } from '../../../../../../lib/api.ts';
import { field } from '../../../../../../lib/form.ts';
import { tableActions } from '../../../../../../lib/imports/actions.ts';
import { asked, listQuery } from '../../../../../../lib/lists.ts';
import { rosterApi } from '../../../../../../lib/surveys/roster/addresses.ts';
import type { Actions, PageServerLoad } from './$types.js';

const api = (event: RequestEvent): string => rosterApi(event.params['id'] ?? '');

export const load: PageServerLoad = async (event) => {
  const survey = await read<SurveyView>(event, `/lam-viec/api/surveys/${encodeURIComponent(event.params.id)}`);
  if ((survey.definition as Definition).door !== 'roster') return { survey, roster: null, people: null };
  const roster = await read<RosterView>(event, api(event));
  const refused = event.url.searchParams.has(asked.refused) ? '1' : undefined;
  const query = listQuery(event.url, { refused });
  const people = await read<PageView<ListedPersonView>>(event, `${api(event)}/people?${query}`);
  return { survey, roster, people };
};

const personApi = (event: RequestEvent, form: FormData): string =>
  `${api(event)}/people/${encodeURIComponent(field(form, 'person'))}`;

export const actions = {
  ...tableActions<ReplacedView>(api),
  again: async (event) => {
    const sent = await send<LetterView>(
      event,
      'POST',
      `${personApi(event, await event.request.formData())}/invitation`,
    );
    return sent.ok ? { letter: sent.value } : refuse(sent);
  },
  strike: async (event) => {
    const sent = await send(event, 'POST', `${personApi(event, await event.request.formData())}/strike-off`);
    return sent.ok ? { struck: true } : refuse(sent);
  },
} satisfies Actions;
