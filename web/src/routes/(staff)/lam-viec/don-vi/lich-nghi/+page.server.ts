import type { CalendarView } from '@danban/contract';
import { t } from '@danban/i18n';
import { fail } from '@sveltejs/kit';
import { read, refuse, send } from '../../../../../lib/api.ts';
import { saidIn } from '../../../../../lib/calendar/lines.ts';
import { secret } from '../../../../../lib/form.ts';
import type { Actions, PageServerLoad } from './$types.js';

const calendar = '/lam-viec/api/calendar';

export const load: PageServerLoad = async (event) => ({ calendar: await read<CalendarView>(event, calendar) });

export const actions = {
  save: async (event) => {
    const typed = secret(await event.request.formData(), 'said');
    const said = saidIn(typed);
    if (!said.ok) {
      const sentence = t(event.locals.lang, 'calendar.wrong', { line: said.line });
      return fail(422, { sentence, typed });
    }
    const sent = await send(event, 'PUT', calendar, { said: said.value });
    if (sent.ok) return { told: true };
    const isTwice = sent.refusal.issues.some(({ code }) => code === 'day-twice');
    return isTwice ? fail(422, { sentence: t(event.locals.lang, 'calendar.twice'), typed }) : refuse(sent, { typed });
  },
} satisfies Actions;
