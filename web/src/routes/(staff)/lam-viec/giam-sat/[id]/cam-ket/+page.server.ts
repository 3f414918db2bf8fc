import type { CommitmentsInspectedView } from '@danban/contract';
import { read, refuse, send } from '../../../../../../lib/api.ts';
import { checksApi } from '../../../../../../lib/commitments/addresses.ts';
import { field } from '../../../../../../lib/form.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => ({
  board: await read<CommitmentsInspectedView>(event, checksApi(event.params.id)),
});

export const actions = {
  check: async (event) => {
    const form = await event.request.formData();
    const check = { verdict: field(form, 'verdict'), words: field(form, 'words') };
    const wish = { mark: Number(field(form, 'mark')), checks: Number(field(form, 'checks')), check };
    const sent = await send(event, 'POST', checksApi(event.params.id), wish);
    return sent.ok ? { told: true } : refuse(sent, { typed: check });
  },
} satisfies Actions;
