import type { AccountView, BodyView, Role, UnitView } from '@danban/contract';
import { read, refuse, send } from '../../../../lib/api.ts';
import { field } from '../../../../lib/form.ts';
import type { Actions, PageServerLoad } from './$types.js';

const accounts = '/lam-viec/api/accounts';

export const load: PageServerLoad = async (event) => {
  const [list, units, bodies] = await Promise.all([
    read<AccountView[]>(event, accounts),
    read<UnitView[]>(event, '/lam-viec/api/units'),
    read<BodyView[]>(event, '/lam-viec/api/bodies'),
  ]);
  return { accounts: list, units, bodies };
};

const idIn = (form: FormData): string => encodeURIComponent(field(form, 'id'));

export const actions: Actions = {
  invite: async (event) => {
    const form = await event.request.formData();
    const typed = Object.fromEntries(
      ['name', 'login', 'role', 'unitId', 'bodyId'].map((key) => [key, field(form, key)]),
    );
    const grant = { role: typed['role'] as Role, unitId: typed['unitId'], bodyId: typed['bodyId'] || null };
    const account = { name: typed['name'], login: typed['login'], grants: [grant] };
    const sent = await send<{ link: string }>(event, 'POST', accounts, account);
    return sent.ok ? { link: sent.value.link, name: typed['name'] } : refuse(sent, { typed });
  },
  link: async (event) => {
    const form = await event.request.formData();
    const purpose = { purpose: 'set-password' };
    const sent = await send<{ link: string }>(event, 'POST', `${accounts}/${idIn(form)}/link`, purpose);
    return sent.ok ? { link: sent.value.link, name: field(form, 'name') } : refuse(sent, { typed: undefined });
  },
  deactivate: async (event) => {
    const sent = await send(event, 'DELETE', `${accounts}/${idIn(await event.request.formData())}`);
    return sent.ok ? { deactivated: true } : refuse(sent, { typed: undefined });
  },
};
