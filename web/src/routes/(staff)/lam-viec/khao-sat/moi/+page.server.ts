import type { BodyView, MeView, SurveyView, TemplateView, UnitView } from '@danban/contract';
import { t } from '@danban/i18n';
import { fail, redirect } from '@sveltejs/kit';
import { read, refuse, send } from '../../../../../lib/api.ts';
import { field } from '../../../../../lib/form.ts';
import { within } from '../../../../../lib/staff/units.ts';
import type { Actions, PageServerLoad } from './$types.js';

function organizerGrants(me: MeView | null) {
  return me?.grants.filter((grant) => grant.role === 'organizer' && grant.bodyId !== null) ?? [];
}

export const load: PageServerLoad = async (event) => {
  const [templates, bodies, units] = await Promise.all([
    read<TemplateView[]>(event, '/lam-viec/api/templates'),
    read<BodyView[]>(event, '/lam-viec/api/bodies'),
    read<UnitView[]>(event, '/lam-viec/api/units'),
  ]);
  const grants = organizerGrants(event.locals.me);
  const mine = new Set(grants.map((grant) => grant.bodyId));
  return {
    templates,
    chosen: templates.find(({ id, unavailable }) => id === event.url.searchParams.get('mau') && !unavailable.length),
    bodies: bodies.filter((body) => body.canOrganise && mine.has(body.id)),
    units: within(
      units,
      grants.map((grant) => grant.unitId),
    ),
  };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const typed = { template: field(form, 'template'), bodyId: field(form, 'bodyId'), unitId: field(form, 'unitId') };
    if (typed.template === '') {
      return fail(422, {
        refusal: { code: '', sentence: t(event.locals.lang, 'new.chooseTemplate'), issues: [] },
        typed,
      });
    }
    const sent = await send<SurveyView>(event, 'POST', '/lam-viec/api/surveys', typed);
    return sent.ok ? redirect(303, `/lam-viec/khao-sat/${sent.value.id}`) : refuse(sent, { typed });
  },
};
