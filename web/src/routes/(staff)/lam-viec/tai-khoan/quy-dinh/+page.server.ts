import type { HouseRulesView } from '@danban/contract';
import { read, refuse, send } from '../../../../../lib/api.ts';
import { field } from '../../../../../lib/form.ts';
import type { Actions, PageServerLoad } from './$types.js';

const rules = '/lam-viec/api/rules';

export const load: PageServerLoad = async (event) => ({ rules: await read<HouseRulesView>(event, rules) });

export const actions: Actions = {
  default: async (event) => {
    const adminsNeedSecondFactor = field(await event.request.formData(), 'needed') === 'yes';
    const sent = await send(event, 'PUT', rules, { adminsNeedSecondFactor });
    return sent.ok ? { told: true } : refuse(sent);
  },
};
