import type { LettersView, MailView, RosterView, SurveyView } from '@danban/contract';
import { read, refuse, send } from '../../../../../../../lib/api.ts';
import { field } from '../../../../../../../lib/form.ts';
import { rosterApi } from '../../../../../../../lib/surveys/roster/addresses.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => ({
  survey: await read<SurveyView>(event, `/lam-viec/api/surveys/${encodeURIComponent(event.params.id)}`),
  roster: await read<RosterView>(event, rosterApi(event.params.id)),
  mail: await read<MailView>(event, `${rosterApi(event.params.id)}/mail`),
});

export const actions = {
  make: async (event) => {
    const form = await event.request.formData();
    const [unit, from] = [field(form, 'unit'), Number(field(form, 'from'))];
    const wanted = { from, ...(unit === '' ? {} : { unit }) };
    const sent = await send<LettersView>(event, 'POST', `${rosterApi(event.params.id)}/letters`, wanted);
    return sent.ok ? { made: sent.value, unit } : refuse(sent);
  },
  mail: async (event) => {
    const kind = field(await event.request.formData(), 'kind');
    const sent = await send<MailView>(event, 'POST', `${rosterApi(event.params.id)}/mail`, { kind });
    return sent.ok ? { asked: true } : refuse(sent);
  },
} satisfies Actions;
