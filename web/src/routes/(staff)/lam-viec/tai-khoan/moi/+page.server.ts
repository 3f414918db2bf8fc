import type { AccountView, Role } from '@danban/contract';
import { refuse, send } from '../../../../../lib/api.ts';
import { field } from '../../../../../lib/form.ts';
import { chooseRole } from '../../../../../lib/staff/chooseRole.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => ({ choice: await chooseRole(event) });

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const typed = { name: field(form, 'name'), login: field(form, 'login'), bodyId: field(form, 'bodyId') };
    const grant = { role: field(form, 'role') as Role, unitId: field(form, 'unitId'), bodyId: typed.bodyId || null };
    const account = { name: typed.name, login: typed.login, grants: [grant] };
    const sent = await send<{ link: string; account: AccountView }>(event, 'POST', '/lam-viec/api/accounts', account);
    return sent.ok ? { link: sent.value.link, account: sent.value.account } : refuse(sent, { typed });
  },
};
