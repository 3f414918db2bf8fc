import type { UrgentContactView, UrgentTestView } from '@danban/contract';
import { read, refuse, send } from '../../../../../lib/api.ts';
import { field } from '../../../../../lib/form.ts';
import type { Actions, PageServerLoad } from './$types.js';

const contact = '/lam-viec/api/urgent-contact';

export const load: PageServerLoad = async (event) => ({ urgent: await read<UrgentContactView>(event, contact) });

export const actions: Actions = {
  save: async (event) => {
    const form = await event.request.formData();
    const typed = { name: field(form, 'name'), email: field(form, 'email'), phone: field(form, 'phone') };
    const sent = await send(event, 'PUT', contact, { ...typed, phone: typed.phone === '' ? null : typed.phone });
    return sent.ok ? { told: 'saved' as const } : refuse(sent, { typed });
  },
  test: async (event) => {
    const sent = await send<UrgentTestView>(event, 'POST', `${contact}/test`);
    return sent.ok ? { tried: sent.value.outcome } : refuse(sent);
  },
  remove: async (event) => {
    const sent = await send(event, 'DELETE', contact);
    return sent.ok ? { told: 'removed' as const } : refuse(sent);
  },
};
