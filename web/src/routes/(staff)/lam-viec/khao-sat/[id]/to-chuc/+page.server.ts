import type { OrganisationLinkView, OrganisationsView } from '@danban/contract';
import { read, refuse, send } from '../../../../../../lib/api.ts';
import { organisationsApi } from '../../../../../../lib/official/addresses.ts';
import { givenIn } from '../../../../../../lib/official/given.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => ({
  view: await read<OrganisationsView>(event, organisationsApi(event.params.id)),
  told: event.url.searchParams.get('da') === 'uninvited' ? ('uninvited' as const) : null,
});

export const actions: Actions = {
  default: async (event) => {
    const given = givenIn(await event.request.formData());
    const made = await send<OrganisationLinkView>(event, 'POST', organisationsApi(event.params.id), given);
    return made.ok ? { made: { name: given.name, url: made.value.url } } : refuse(made, { given });
  },
};
