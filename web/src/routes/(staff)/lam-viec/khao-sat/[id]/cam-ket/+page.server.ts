import type { CommitmentsDeskView } from '@danban/contract';
import type { RequestEvent } from '@sveltejs/kit';
import { read, refuse, send } from '../../../../../../lib/api.ts';
import { commitmentsApi } from '../../../../../../lib/commitments/addresses.ts';
import { field } from '../../../../../../lib/form.ts';
import type { Actions, PageServerLoad } from './$types.js';

const api = (event: RequestEvent): string => commitmentsApi(event.params['id'] ?? '');

export const load: PageServerLoad = async (event) => ({ board: await read<CommitmentsDeskView>(event, api(event)) });

function markIn(form: FormData) {
  if (field(form, 'kind') === 'reopened') return { kind: 'reopened' as const, words: field(form, 'reason') };
  return { kind: 'kept' as const, words: field(form, 'words'), link: field(form, 'link') };
}

export const actions = {
  mark: async (event) => {
    const form = await event.request.formData();
    const typed = markIn(form);
    const mark = typed.kind === 'kept' ? { ...typed, link: typed.link || null } : typed;
    const wish = { seq: Number(field(form, 'seq')), standing: Number(field(form, 'standing')), mark };
    const sent = await send(event, 'POST', `${api(event)}/marks`, wish);
    return sent.ok ? { told: typed.kind } : refuse(sent, { typed });
  },
} satisfies Actions;
