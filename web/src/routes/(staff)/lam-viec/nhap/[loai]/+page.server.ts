import type { ImportedView, ImportKind } from '@danban/contract';
import { t } from '@danban/i18n';
import { error, type RequestEvent } from '@sveltejs/kit';
import { read } from '../../../../../lib/api.ts';
import { tableActions } from '../../../../../lib/imports/actions.ts';
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

export const actions = tableActions<ImportedView>((event) => importApi(kindIn(event))) satisfies Actions;
