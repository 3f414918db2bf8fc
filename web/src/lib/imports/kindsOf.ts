import type { ImportKind } from '@danban/contract';
import type { RequestEvent } from '@sveltejs/kit';
import { read } from '../api.ts';
import { isAdmin } from '../staff/roles.ts';

/** What the visitor may import and export; nothing but for administrators. */
export async function kindsOf(event: Pick<RequestEvent, 'fetch' | 'locals'>): Promise<ImportKind[]> {
  const { me } = event.locals;
  return me !== null && isAdmin(me) ? read<ImportKind[]>(event, '/lam-viec/api/imports') : [];
}
