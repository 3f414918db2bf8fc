import type { CommitmentsDeskView } from '@danban/contract';
import type { RequestEvent } from '@sveltejs/kit';
import { read, refusalOf, refuse, send } from '../../../../../../lib/api.ts';
import { commitmentsApi, evidenceFiles } from '../../../../../../lib/commitments/addresses.ts';
import { bringFiles } from '../../../../../../lib/commitments/evidence.ts';
import { field } from '../../../../../../lib/form.ts';
import type { Actions, PageServerLoad } from './$types.js';

const idOf = (event: RequestEvent): string => event.params['id'] ?? '';
const api = (event: RequestEvent): string => commitmentsApi(idOf(event));

export const load: PageServerLoad = async (event) => ({ board: await read<CommitmentsDeskView>(event, api(event)) });

function markIn(form: FormData) {
  if (field(form, 'kind') === 'reopened') return { kind: 'reopened' as const, words: field(form, 'reason') };
  return { kind: 'kept' as const, words: field(form, 'words'), link: field(form, 'link') };
}

/** What the form holds; null: it is longer than the house takes, and was not read. */
const formOf = async ({ request }: RequestEvent): Promise<FormData | null> => request.formData().catch(() => null);

export const actions = {
  mark: async (event) => {
    const form = await formOf(event);
    if (form === null) {
      const issues = [{ path: 'files', code: 'files-together' }];
      const refusal = { ...refusalOf(event.locals.lang, 'too-large'), issues };
      return refuse(
        { ok: false, status: 413, refusal },
        { typed: { kind: 'kept' as const, words: '', link: '', files: [] } },
      );
    }
    const typed = markIn(form);
    const mark = typed.kind === 'kept' ? { ...typed, link: typed.link || null } : typed;
    const { files, refused } = await bringFiles(event, evidenceFiles(idOf(event)), form);
    const carried = { typed: { ...typed, files } };
    if (refused) return refuse(refused, carried);
    const wish = { seq: Number(field(form, 'seq')), standing: Number(field(form, 'standing')), mark };
    const sent = await send(event, 'POST', `${api(event)}/marks`, { ...wish, files: files.map(({ id }) => id) });
    return sent.ok ? { told: typed.kind } : refuse(sent, carried);
  },
} satisfies Actions;
