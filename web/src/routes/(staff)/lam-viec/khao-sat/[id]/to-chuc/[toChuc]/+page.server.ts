import type { OrganisationLinkView, OrganisationView } from '@danban/contract';
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { read, refuse, send } from '../../../../../../../lib/api.ts';
import { organisationsApi, organisationsPage } from '../../../../../../../lib/official/addresses.ts';
import { givenIn } from '../../../../../../../lib/official/given.ts';
import type { Actions, PageServerLoad } from './$types.js';

const survey = (event: RequestEvent): string => event.params['id'] ?? '';
const api = (event: RequestEvent): string =>
  `${organisationsApi(survey(event))}/${encodeURIComponent(event.params['toChuc'] ?? '')}`;

export const load: PageServerLoad = async (event) => ({
  view: await read<OrganisationView>(event, api(event)),
});

export const actions = {
  change: async (event) => {
    const given = givenIn(await event.request.formData());
    const changed = await send(event, 'PUT', api(event), given);
    return changed.ok ? { told: 'changed' as const } : refuse(changed, { given });
  },
  renew: async (event) => {
    const made = await send<OrganisationLinkView>(event, 'POST', `${api(event)}/link`);
    return made.ok ? { url: made.value.url } : refuse(made);
  },
  revoke: async (event) => {
    const revoked = await send(event, 'DELETE', `${api(event)}/link`);
    return revoked.ok ? { told: 'revoked' as const } : refuse(revoked);
  },
  uninvite: async (event) => {
    const gone = await send(event, 'DELETE', api(event));
    return gone.ok ? redirect(303, `${organisationsPage(survey(event))}?da=uninvited`) : refuse(gone);
  },
} satisfies Actions;
