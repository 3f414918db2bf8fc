import { correctSurvey, type CorrectionView, type SurveyView } from '@danban/contract';
import { fail, type RequestEvent } from '@sveltejs/kit';
import { read, refusalOf, refuse, send } from '../../../../../../lib/api.ts';
import { postedCorrection } from '../../../../../../lib/surveys/correction/posted.ts';
import type { Actions, PageServerLoad } from './$types.js';

type Event = RequestEvent & { params: { id: string } };

const address = ({ params }: Event): string => `/lam-viec/api/surveys/${encodeURIComponent(params.id)}`;

async function readCorrection(event: Event): Promise<CorrectionView> {
  const unit = event.url.searchParams.get('don-vi') ?? '';
  const query = /^\d{1,6}$/.test(unit) ? `?unit=${unit}` : '';
  return read<CorrectionView>(event, `${address(event)}/correction${query}`);
}

/** The field an issue of the checked input is about. */
function fieldOf([first, at]: readonly PropertyKey[], changed: readonly { position: number }[]): string {
  return first === 'reason' ? 'reason' : `invited.${changed[Number(at)]?.position ?? ''}`;
}

export const load: PageServerLoad = async (event) => {
  const survey = await read<SurveyView>(event, address(event));
  return { survey, correction: await readCorrection(event) };
};

export const actions: Actions = {
  // What will happen is said before it does: nothing leads past that, the Enter key neither.
  ask: async (event) => {
    const typed = postedCorrection(await event.request.formData());
    const shown = await readCorrection(event);
    const known = new Map([shown.unit, ...shown.below].map(({ position, invited }) => [position, invited]));
    const changed = typed.invited.filter(({ position, invited }) => known.get(position) !== invited);
    const input = correctSurvey.safeParse({ ...typed, invited: changed });
    if (input.success) return { asked: input.data, typed };
    if (changed.length === 0) return fail(422, { refusal: refusalOf(event.locals.lang, 'correction-nothing'), typed });
    const issues = input.error.issues.map(({ path }) => ({ path: fieldOf(path, changed), code: 'invalid_value' }));
    return fail(422, { refusal: { ...refusalOf(event.locals.lang, 'invalid-input'), issues }, typed });
  },
  correct: async (event) => {
    const typed = postedCorrection(await event.request.formData());
    const sent = await send<SurveyView>(event, 'POST', `${address(event)}/correction`, typed);
    return sent.ok ? { done: true } : refuse(sent, { typed });
  },
};
