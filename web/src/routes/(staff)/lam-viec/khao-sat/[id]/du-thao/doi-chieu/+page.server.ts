import type { DraftLinkChoiceView, DraftLinksView, DraftsView } from '@danban/contract';
import { t } from '@danban/i18n';
import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { read, readIfAllowed, refuse, send, type Outcome } from '../../../../../../../lib/api.ts';
import { draftsApi, linksPage } from '../../../../../../../lib/drafts/addresses.ts';
import { decisionIn, placeOfLink } from '../../../../../../../lib/drafts/linking.ts';
import { revisionIn } from '../../../../../../../lib/drafts/posted.ts';
import type { Actions, PageServerLoad } from './$types.js';

const survey = (event: RequestEvent): string => event.params['id'] ?? '';
const api = (event: RequestEvent): string => `${draftsApi(survey(event))}/working/links`;
const done = ['decided', 'undo', 'confirmed'] as const;

export const load: PageServerLoad = async (event) => {
  const { searchParams } = event.url;
  const [side, path, told] = [searchParams.get('ben'), searchParams.get('doan'), searchParams.get('da')];
  const asked = side !== null && path !== null ? new URLSearchParams({ side, path }).toString() : null;
  const [drafts, view] = await Promise.all([
    read<DraftsView>(event, draftsApi(survey(event))),
    read<DraftLinksView>(event, api(event)),
  ]);
  return {
    survey: drafts.survey,
    view,
    choice: asked === null ? null : await readIfAllowed<DraftLinkChoiceView>(event, `${api(event)}/one?${asked}`),
    told: done.find((one) => one === told) ?? null,
  };
};

function shown(event: RequestEvent, sent: Outcome<void>, what: (typeof done)[number], place = '') {
  if (sent.ok) redirect(303, `${linksPage(survey(event))}?da=${what}${place}`);
  return refuse(sent);
}

export const actions = {
  decide: async (event) => {
    const form = await event.request.formData();
    const decision = decisionIn(form);
    if (decision === null) {
      const sentence = t(event.locals.lang, 'lineage.choose.needOne');
      return fail(422, { refusal: { code: 'need-one', sentence, issues: [] } });
    }
    const sent = await send<void>(event, 'POST', api(event), { ...revisionIn(form), decision });
    return shown(event, sent, 'decided', `#${placeOfLink(decision)}`);
  },
  undo: async (event) => {
    const body = revisionIn(await event.request.formData());
    return shown(event, await send<void>(event, 'POST', `${api(event)}/undo`, body), 'undo');
  },
  confirm: async (event) => {
    const body = revisionIn(await event.request.formData());
    return shown(event, await send<void>(event, 'POST', `${api(event)}/confirmation`, body), 'confirmed');
  },
} satisfies Actions;
