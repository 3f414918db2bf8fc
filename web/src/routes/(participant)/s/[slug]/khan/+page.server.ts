import { urgentLimits } from '@danban/contract';
import { fail, redirect } from '@sveltejs/kit';
import { field } from '../../../../../lib/form.ts';
import { surveyBehind } from '../surveyBehind.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ fetch, params }) => ({ survey: await surveyBehind(fetch, params.slug) });

type Wrong = 'empty' | 'tooLong' | 'tooMany' | 'failed' | 'off';

/** As the field counts: a line break is one sign, not two. */
const asTyped = (text: string): string => text.replaceAll('\r\n', '\n');

function wrongWith({ message, reach }: { message: string; reach: string }): Wrong | null {
  if (message === '') return 'empty';
  return message.length > urgentLimits.message || reach.length > urgentLimits.reach ? 'tooLong' : null;
}

const ofStatus: Record<number, Wrong> = { 409: 'off', 429: 'tooMany' };

export const actions: Actions = {
  default: async ({ fetch, params, request, locals }) => {
    const form = await request.formData();
    const words = { message: asTyped(field(form, 'message')), reach: asTyped(field(form, 'reach')) };
    const wrong = wrongWith(words);
    if (wrong) return fail(422, { wrong, ...words });
    const sent = await fetch(`/api/s/${encodeURIComponent(params.slug)}/urgent`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(words),
    });
    if (!sent.ok) return fail(sent.status, { wrong: ofStatus[sent.status] ?? ('failed' as const), ...words });
    redirect(303, `/s/${encodeURIComponent(params.slug)}/khan/da-nhan${locals.lang === 'en' ? '?lang=en' : ''}`);
  },
};
