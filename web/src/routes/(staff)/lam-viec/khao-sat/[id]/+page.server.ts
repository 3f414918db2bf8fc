import type { SurveyView } from '@danban/contract';
import { t } from '@danban/i18n';
import type { Definition } from '@danban/survey';
import { fail, type RequestEvent } from '@sveltejs/kit';
import { read, refuse, send } from '../../../../../lib/api.ts';
import { field } from '../../../../../lib/form.ts';
import { fromVietnamField, suggestedClosing } from '../../../../../lib/surveys/closing.ts';
import { edited } from '../../../../../lib/surveys/edits.ts';
import type { Told } from '../../../../../lib/surveys/told.ts';
import type { Actions, PageServerLoad } from './$types.js';

type Event = RequestEvent & { params: { id: string } };

const usualDays = 14;
const address = ({ params }: Event): string => `/lam-viec/api/surveys/${encodeURIComponent(params.id)}`;
const readSurvey = (event: Event): Promise<SurveyView> => read<SurveyView>(event, address(event));

export const load: PageServerLoad = async (event) => {
  const survey = await readSurvey(event);
  const definition = survey.definition as Definition;
  const days = Math.max(usualDays, definition.minOpenDays ?? 0);
  return {
    survey,
    definition,
    suggested: suggestedClosing(new Date(), days),
    search: event.url.searchParams.get('tim') ?? '',
  };
};

/** One act on the survey of the page. */
async function act(event: Event, method: 'POST' | 'PUT', what: string, body: unknown, told: Told) {
  const sent = await send(event, method, `${address(event)}${what}`, body);
  return sent.ok ? { told } : refuse(sent);
}

/** An act that needs the closing date of the form. */
async function actUntil(event: Event, what: '/open' | '/extend', told: Told) {
  const closesAt = fromVietnamField(field(await event.request.formData(), 'closesAt'));
  if (closesAt !== undefined) return act(event, 'POST', what, { closesAt }, told);
  return fail(422, {
    refusal: { code: 'invalid-input', sentence: t(event.locals.lang, 'open.dateMissing'), issues: [] },
  });
}

export const actions: Actions = {
  save: async (event) => {
    const form = await event.request.formData();
    const { definition } = await readSurvey(event);
    const changed = edited(definition as Definition, (name) => field(form, name));
    return act(event, 'PUT', '', { definition: changed }, 'saved');
  },
  open: (event) => actUntil(event, '/open', 'opened'),
  extend: (event) => actUntil(event, '/extend', 'extended'),
  close: (event) => act(event, 'POST', '/close', {}, 'closed'),
  publish: (event) => act(event, 'PUT', '/publication', { published: true }, 'published'),
  unpublish: (event) => act(event, 'PUT', '/publication', { published: false }, 'unpublished'),
};
