import type { ReleasePage, SurveyView } from '@danban/contract';
import { t } from '@danban/i18n';
import type { Definition } from '@danban/survey';
import { fail, type RequestEvent } from '@sveltejs/kit';
import { read, refuse, send } from '../../../../../../lib/api.ts';
import { field } from '../../../../../../lib/form.ts';
import { oneLink } from '../../../../../../lib/surveys/share/links.ts';
import { isRoundOfMinutes, minute, roundsOfMinutes } from '../../../../../../lib/surveys/share/meeting.ts';
import type { Actions, PageServerLoad } from './$types.js';

type Event = RequestEvent & { params: { id: string } };

const longer = 5;
const address = ({ params }: Event): string => `/lam-viec/api/surveys/${encodeURIComponent(params.id)}`;

/** How many took part, as the release says it: the only number this page ever shows. */
async function released(event: Event, survey: SurveyView) {
  if (!survey.may.readResults) return null;
  const { units } = await read<ReleasePage>(event, `${address(event)}/release`);
  return units[0]?.participation ?? null;
}

export const load: PageServerLoad = async (event) => {
  const survey = await read<SurveyView>(event, address(event));
  return {
    survey,
    definition: survey.definition as Definition,
    link: oneLink(survey.links, event.url.searchParams.get('don-vi')),
    rounds: roundsOfMinutes,
    // The clock of the server counts: a projector's may be wrong by minutes.
    now: new Date().toISOString(),
    participation: await released(event, survey),
  };
};

export const actions: Actions = {
  open: async (event) => {
    const minutes = Number(field(await event.request.formData(), 'minutes'));
    if (!isRoundOfMinutes(minutes)) {
      const sentence = t(event.locals.lang, 'meeting.wrongMinutes');
      return fail(422, { refusal: { code: 'invalid-input', sentence, issues: [] } });
    }
    const closesAt = new Date(Date.now() + minutes * minute).toISOString();
    const sent = await send(event, 'POST', `${address(event)}/open`, { closesAt });
    return sent.ok ? { done: true } : refuse(sent);
  },
  more: async (event) => {
    const survey = await read<SurveyView>(event, address(event));
    const closesAt = new Date(new Date(survey.closesAt ?? 0).getTime() + longer * minute).toISOString();
    const sent = await send(event, 'POST', `${address(event)}/extend`, { closesAt });
    return sent.ok ? { done: true } : refuse(sent);
  },
  close: async (event) => {
    const sent = await send(event, 'POST', `${address(event)}/close`);
    return sent.ok ? { done: true } : refuse(sent);
  },
};
