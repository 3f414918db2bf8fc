import type { BranchView, ImportKind, PageView, UnitChoiceView } from '@danban/contract';
import { t } from '@danban/i18n';
import { fail, redirect } from '@sveltejs/kit';
import { read, refuse, send, type Refusal } from '../../../../lib/api.ts';
import { field } from '../../../../lib/form.ts';
import { addressWith, asked, listQuery, pageAsked } from '../../../../lib/lists.ts';
import { kindsOf } from '../../../../lib/imports/kindsOf.ts';
import { unitAsked } from '../../../../lib/staff/chooseUnit.ts';
import type { Actions, PageServerLoad } from './$types.js';

const units = '/lam-viec/api/units';

/** What was searched for, or one branch of the tree; where all hangs under one unit, that one first. */
export const load: PageServerLoad = async (event) => {
  if (event.url.searchParams.get(asked.words)) {
    return {
      kinds: [] as ImportKind[],
      found: await read<PageView<UnitChoiceView>>(event, `${units}/found?${listQuery(event.url)}`),
    };
  }
  const of = event.url.searchParams.get(unitAsked);
  const query = new URLSearchParams({ page: String(pageAsked(event.url)), ...(of === null ? {} : { of }) });
  const branch = await read<BranchView>(event, `${units}/branch?${query}`);
  const [root, ...others] = branch.units.items;
  if (of === null && root !== undefined && others.length === 0 && branch.units.page === 1) {
    redirect(307, addressWith(event.url, { [unitAsked]: root.id }));
  }
  return { kinds: await kindsOf(event), branch };
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
    const path = '/lam-viec/api/organisation';
    const sent = await send<{ units: number; bodies: number }>(event, 'PUT', path, organisation);
    return sent.ok ? { loaded: sent.value } : refuse(sent);
  },
};
