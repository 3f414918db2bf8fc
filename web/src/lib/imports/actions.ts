import type { ImportView } from '@danban/contract';
import { t } from '@danban/i18n';
import { fail, type RequestEvent } from '@sveltejs/kit';
import { refuse, send, sendBytes, type Refusal } from '../api.ts';
import { chosenIn, type Chosen } from './chosen.ts';

type Address = (event: RequestEvent) => string;

function needFile(lang: Parameters<typeof t>[0]): { refusal: Refusal } {
  return { refusal: { code: 'need-file', sentence: t(lang, 'import.needFile'), issues: [] } };
}

/** The preview of what the form says; `anew` when it is shown instead of being imported. */
async function previewOf(event: RequestEvent, api: Address, { table, sheet, columns, day }: Chosen, anew: boolean) {
  const chosen = { table, sheet, columns, day };
  const sent = await send<ImportView>(event, 'POST', `${api(event)}/preview`, chosen);
  return sent.ok ? { view: sent.value, anew } : refuse(sent);
}

/** The three steps of a page that brings a table in, over the routes at `api`; the last answers with what was stored. */
export function tableActions<Stored>(api: Address) {
  return {
    read: async (event: RequestEvent) => {
      const file = (await event.request.formData()).get('file');
      if (!(file instanceof File) || file.name === '') return fail(422, needFile(event.locals.lang));
      const bytes = await file.arrayBuffer();
      const sent = await sendBytes<ImportView>(event, `${api(event)}/read`, bytes);
      return sent.ok ? { view: sent.value, anew: false } : refuse(sent);
    },
    preview: async (event: RequestEvent) => previewOf(event, api, chosenIn(await event.request.formData()), false),
    import: async (event: RequestEvent) => {
      const { isShown, ...chosen } = chosenIn(await event.request.formData());
      // Nobody imports what she has not seen: a choice made since is shown first.
      if (!isShown) return previewOf(event, api, chosen, true);
      const sent = await send<Stored>(event, 'POST', api(event), chosen);
      if (sent.ok) return { imported: sent.value };
      const shown = await previewOf(event, api, chosen, false);
      return 'view' in shown ? refuse(sent, { view: shown.view }) : refuse(sent);
    },
  };
}
