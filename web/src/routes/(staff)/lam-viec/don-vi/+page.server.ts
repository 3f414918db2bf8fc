import type { BodyView, UnitView } from '@danban/contract';
import { t } from '@danban/i18n';
import { fail } from '@sveltejs/kit';
import { read, refuse, send, type Refusal } from '../../../../lib/api.ts';
import { field } from '../../../../lib/form.ts';
import { isAdmin } from '../../../../lib/staff/roles.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => {
  const [units, bodies] = await Promise.all([
    read<UnitView[]>(event, '/lam-viec/api/units'),
    read<BodyView[]>(event, '/lam-viec/api/bodies'),
  ]);
  return { units, bodies, mayLoad: event.locals.me !== null && isAdmin(event.locals.me) };
};

/** The chosen file, or what was pasted where no file was chosen. */
async function textIn(form: FormData): Promise<string> {
  const file = form.get('file');
  if (file instanceof File && file.size > 0) return file.text();
  return field(form, 'text');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export const actions: Actions = {
  default: async (event) => {
    const { lang } = event.locals;
    const text = await textIn(await event.request.formData());
    const refusal = (key: 'units.needFile' | 'problem.malformed-json'): { refusal: Refusal } => ({
      refusal: { code: key, sentence: t(lang, key), issues: [] },
    });
    if (text === '') return fail(422, refusal('units.needFile'));
    const organisation = parsed(text);
    if (organisation === undefined) return fail(400, refusal('problem.malformed-json'));
    const sent = await send(event, 'PUT', '/lam-viec/api/organisation', organisation);
    return sent.ok ? { loaded: true } : refuse(sent);
  },
};
