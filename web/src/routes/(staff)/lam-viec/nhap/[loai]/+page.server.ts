import type { ImportedView, ImportKind, ImportView } from '@danban/contract';
import { t } from '@danban/i18n';
import { error, fail, type RequestEvent } from '@sveltejs/kit';
import { read, refuse, send, sendBytes, type Refusal } from '../../../../../lib/api.ts';
import { chosenIn, type Chosen } from '../../../../../lib/imports/chosen.ts';
import { importApi, kindOf } from '../../../../../lib/imports/kinds.ts';
import type { Actions, PageServerLoad } from './$types.js';

function kindIn({ params, locals }: Pick<RequestEvent, 'params' | 'locals'>) {
  const kind = kindOf(params['loai'] ?? '');
  if (kind === undefined) error(404, t(locals.lang, 'error.404'));
  return kind;
}

export const load: PageServerLoad = async (event) => {
  const kind = kindIn(event);
  const kinds = await read<ImportKind[]>(event, '/lam-viec/api/imports');
  if (!kinds.includes(kind)) error(403, t(event.locals.lang, 'error.403'));
  return { kind, kinds };
};

function needFile(lang: Parameters<typeof t>[0]): { refusal: Refusal } {
  return { refusal: { code: 'need-file', sentence: t(lang, 'import.needFile'), issues: [] } };
}

/** The preview of what the form says; `anew` when it is shown instead of being imported. */
async function previewOf(event: RequestEvent, { table, sheet, columns, day }: Chosen, anew: boolean) {
  const chosen = { table, sheet, columns, day };
  const sent = await send<ImportView>(event, 'POST', `${importApi(kindIn(event))}/preview`, chosen);
  return sent.ok ? { view: sent.value, anew } : refuse(sent);
}

export const actions: Actions = {
  read: async (event) => {
    const file = (await event.request.formData()).get('file');
    if (!(file instanceof File) || file.name === '') return fail(422, needFile(event.locals.lang));
    const bytes = await file.arrayBuffer();
    const sent = await sendBytes<ImportView>(event, `${importApi(kindIn(event))}/read`, bytes);
    return sent.ok ? { view: sent.value, anew: false } : refuse(sent);
  },
  preview: async (event) => previewOf(event, chosenIn(await event.request.formData()), false),
  import: async (event) => {
    const { isShown, ...chosen } = chosenIn(await event.request.formData());
    // Nobody imports what she has not seen: a choice made since is shown first.
    if (!isShown) return previewOf(event, chosen, true);
    const sent = await send<ImportedView>(event, 'POST', importApi(kindIn(event)), chosen);
    if (sent.ok) return { imported: sent.value };
    const shown = await previewOf(event, chosen, false);
    return 'view' in shown ? refuse(sent, { view: shown.view }) : refuse(sent);
  },
};
