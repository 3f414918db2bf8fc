import type { AccountView, HandoverView, PageView } from '@danban/contract';
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { read, refuse, send } from '../../../../../../lib/api.ts';
import { field } from '../../../../../../lib/form.ts';
import { listQuery } from '../../../../../../lib/lists.ts';
import { grantKey } from '../../../../../../lib/staff/grants.ts';
import { successorAsked } from '../../../../../../lib/staff/successor.ts';
import type { Actions, PageServerLoad } from './$types.js';

type Event = RequestEvent & { params: { id: string } };

const address = (id: string): string => `/lam-viec/api/accounts/${encodeURIComponent(id)}`;

/** The successor of the address, or, as long as none is chosen, whom there is to choose from. */
async function successorIn(event: Event) {
  const chosen = event.url.searchParams.get(successorAsked);
  if (chosen) return { to: await read<AccountView>(event, address(chosen)), people: null };
  const query = listQuery(event.url, { state: 'active' });
  return { to: null, people: await read<PageView<AccountView>>(event, `/lam-viec/api/accounts?${query}`) };
}

export const load: PageServerLoad = async (event) => {
  const [handover, choice] = await Promise.all([
    read<HandoverView>(event, `${address(event.params.id)}/handover`),
    successorIn(event),
  ]);
  return { handover, ...choice };
};

export const actions: Actions = {
  default: async (event) => {
    const { id } = event.params;
    const form = await event.request.formData();
    const { leaver } = await read<HandoverView>(event, `${address(id)}/handover`);
    const chosen = new Set(form.getAll('grant').map(String));
    const held = leaver.grants.filter((grant) => chosen.has(grantKey(grant)));
    const grants = held.map(({ role, unitId, bodyId }) => ({ role, unitId, bodyId }));
    const sent = await send<{ surveys: number }>(event, 'POST', `${address(id)}/handover`, {
      to: field(form, 'to'),
      grants,
    });
    if (!sent.ok) return refuse(sent, { chosen: [...chosen] });
    if (id === event.locals.me?.id) redirect(303, '/lam-viec/dang-nhap');
    return redirect(303, `/lam-viec/tai-khoan/${id}?da-ban-giao=${sent.value.surveys}`);
  },
};
