import type { PrintedSlipsView, SlipsView, SurveyView } from '@danban/contract';
import { t } from '@danban/i18n';
import { fail, type RequestEvent } from '@sveltejs/kit';
import { read, refuse, send } from '../../../../../../lib/api.ts';
import { field } from '../../../../../../lib/form.ts';
import type { Actions, PageServerLoad } from './$types.js';

type Event = RequestEvent & { params: { id: string } };

const address = ({ params }: Event): string => `/lam-viec/api/surveys/${encodeURIComponent(params.id)}`;

export const load: PageServerLoad = async (event) => ({
  survey: await read<SurveyView>(event, address(event)),
  slips: await read<SlipsView>(event, `${address(event)}/slips`),
});

/** How many slips are wanted, by the place of their unit. */
function wantedIn(form: FormData): { position: number; count: number }[] {
  return [...form.keys()]
    .filter((name) => name.startsWith('phieu.'))
    .map((name) => ({ position: Number(name.slice('phieu.'.length)), count: Number(field(form, name)) }))
    .filter(({ count }) => count !== 0);
}

/** The answer holds the codes: it is shown once, and nothing keeps it. */
async function make(event: Event) {
  const units = wantedIn(await event.request.formData());
  if (units.length === 0) {
    const refusal = { code: 'invalid-input', sentence: t(event.locals.lang, 'slips.nothing'), issues: [] };
    return fail(422, { refusal });
  }
  const sent = await send<PrintedSlipsView>(event, 'POST', `${address(event)}/slips`, { units });
  return sent.ok ? { printed: sent.value } : refuse(sent);
}

async function voidOne(event: Event) {
  const form = await event.request.formData();
  const body = { code: field(form, 'code'), replace: field(form, 'replace') !== '' };
  const sent = await send<PrintedSlipsView>(event, 'POST', `${address(event)}/slips/void`, body);
  return sent.ok ? { told: 'voided' as const, printed: sent.value } : refuse(sent, { of: 'void' as const });
}

async function discard(event: Event) {
  const sent = await send(event, 'POST', `${address(event)}/slips/discard`);
  return sent.ok ? { told: 'discarded' as const } : refuse(sent);
}

/** An empty or strange number goes as it is typed: the API says what is wrong. */
async function paper(event: Event) {
  const typed = field(await event.request.formData(), 'sheets').trim();
  const sheets = /^\d{1,6}$/.test(typed) ? Number(typed) : null;
  const sent = await send(event, 'PUT', `${address(event)}/slips/paper`, { sheets });
  return sent.ok ? { told: 'paperDone' as const } : refuse(sent, { of: 'paper' as const, typed });
}

export const actions: Actions = { make, void: voidOne, discard, paper };
