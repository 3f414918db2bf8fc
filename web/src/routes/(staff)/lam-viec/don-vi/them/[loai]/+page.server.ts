import type { BranchView, ImportKind } from '@danban/contract';
import { bodyKinds, unitTypes } from '@danban/contract';
import { t } from '@danban/i18n';
import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { read, refuse, send } from '../../../../../../lib/api.ts';
import { field } from '../../../../../../lib/form.ts';
import { kindsOf } from '../../../../../../lib/imports/kindsOf.ts';
import { home, kindOf } from '../../../../../../lib/imports/kinds.ts';
import { justAdded, unitAsked } from '../../../../../../lib/staff/chooseUnit.ts';
import type { Actions, PageServerLoad } from './$types.js';

/** Units and bodies are added by hand; accounts are invited on a page of their own. */
function kindIn({ params, locals }: Pick<RequestEvent, 'params' | 'locals'>): 'units' | 'bodies' {
  const kind = kindOf(params['loai'] ?? '');
  return kind === 'units' || kind === 'bodies' ? kind : error(404, t(locals.lang, 'error.404'));
}

const unitIn = ({ url }: Pick<RequestEvent, 'url'>): string => url.searchParams.get(unitAsked) ?? '';

export const load: PageServerLoad = async (event) => {
  const kind = kindIn(event);
  const kinds: ImportKind[] = await kindsOf(event);
  if (!kinds.includes(kind)) error(403, t(event.locals.lang, 'error.403'));
  const { unit } = await read<BranchView>(event, `/lam-viec/api/units/branch?of=${encodeURIComponent(unitIn(event))}`);
  if (!unit) error(404, t(event.locals.lang, 'error.404'));
  return { kind, unit: { id: unit.id, name: unit.name }, choices: kind === 'units' ? unitTypes : [...bodyKinds] };
};

const fields = {
  units: ['name', 'type', 'staff', 'students', 'households', 'id'],
  bodies: ['name', 'kind', 'id'],
} as const;

export const actions: Actions = {
  default: async (event) => {
    const kind = kindIn(event);
    const form = await event.request.formData();
    const typed = Object.fromEntries(fields[kind].map((name) => [name, field(form, name)]));
    const place = kind === 'units' ? { parentId: unitIn(event) } : { unitId: unitIn(event) };
    const sent = await send(event, 'POST', `/lam-viec/api/${kind}`, { ...typed, ...place });
    if (!sent.ok) return refuse(sent, { typed });
    const back = new URLSearchParams({ [unitAsked]: unitIn(event), [justAdded]: typed['name'] ?? '' });
    redirect(303, `${home[kind]}?${back}`);
  },
};
