import type { BodyView, SurveyView, TemplateView } from '@danban/contract';
import { t } from '@danban/i18n';
import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { read, refuse, send } from '../../../../../lib/api.ts';
import { field } from '../../../../../lib/form.ts';
import { bodiesThatAsk } from '../../../../../lib/staff/chooseRole.ts';
import { chooseUnit } from '../../../../../lib/staff/chooseUnit.ts';
import { isOrganizer } from '../../../../../lib/staff/roles.ts';
import type { Actions, PageServerLoad } from './$types.js';

/** No template: `?mau=trang`. */
const blank = 'trang';

/** The bodies in whose name this person may ask in the unit. */
async function ownBodies(event: RequestEvent, unitId: string): Promise<BodyView[]> {
  const grants = event.locals.me?.grants.filter((grant) => grant.role === 'organizer') ?? [];
  return (await bodiesThatAsk(event, unitId)).filter((body) => grants.some((grant) => grant.bodyId === body.id));
}

interface Chosen {
  template: string;
  from: string;
  title: { vi: string; en?: string | undefined } | null;
}

/** A template, an earlier survey to do again, or a blank form, as the address names it. */
async function beginningOf(event: RequestEvent, templates: TemplateView[]): Promise<Chosen | undefined> {
  const [wanted, from] = ['mau', 'tu'].map((name) => event.url.searchParams.get(name));
  if (from) {
    const { title } = await read<SurveyView>(event, `/lam-viec/api/surveys/${encodeURIComponent(from)}`);
    return { template: '', from, title };
  }
  if (wanted === blank) return { template: blank, from: '', title: null };
  const template = templates.find(({ id }) => id === wanted);
  return template && { template: template.id, from: '', title: template.title };
}

/** First what to begin with, then the unit, then who asks. */
export const load: PageServerLoad = async (event) => {
  const mayCreate = event.locals.me !== null && isOrganizer(event.locals.me);
  const templates = await read<TemplateView[]>(event, '/lam-viec/api/templates');
  const chosen = await beginningOf(event, templates);
  if (!mayCreate || !chosen) return { templates, mayCreate };
  const place = await chooseUnit(event, 'survey');
  return { templates, mayCreate, chosen, place, bodies: place.unit ? await ownBodies(event, place.unit.id) : [] };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const typed = { bodyId: field(form, 'bodyId'), unitId: field(form, 'unitId') };
    const [template, from] = [field(form, 'template'), field(form, 'from')];
    if (template === '' && from === '') {
      return fail(422, {
        refusal: { code: '', sentence: t(event.locals.lang, 'new.chooseTemplate'), issues: [] },
        typed,
      });
    }
    const sent = await send<SurveyView>(event, 'POST', '/lam-viec/api/surveys', {
      ...typed,
      ...(template === '' || template === blank ? {} : { template }),
      ...(from === '' ? {} : { from }),
    });
    return sent.ok ? redirect(303, `/lam-viec/khao-sat/${sent.value.id}`) : refuse(sent, { typed });
  },
};
