import type { AccountView, PageView, ListedSurveyView, UnitChoiceView } from '@danban/contract';
import { read } from '../../../../lib/api.ts';
import { asked } from '../../../../lib/lists.ts';
import { isAdmin, isOrganizer } from '../../../../lib/staff/roles.ts';
import type { PageServerLoad } from './$types.js';

/** The first of each; their own lists have the rest. */
const shown = 5;
const few = <Item>({ items, more }: PageView<Item>) => ({
  items: items.slice(0, shown),
  more: more || items.length > shown,
});
const none = { items: [], more: false };

export const load: PageServerLoad = async (event) => {
  const me = event.locals.me!;
  const words = (event.url.searchParams.get(asked.words) ?? '').trim().slice(0, 200);
  const query = new URLSearchParams({ q: words });
  const find = async <Item>(path: string, may = true) =>
    words === '' || !may ? none : few(await read<PageView<Item>>(event, `/lam-viec/api/${path}?${query}`));
  const [surveys, units, accounts] = await Promise.all([
    find<ListedSurveyView>('surveys'),
    find<UnitChoiceView>('units/found'),
    find<AccountView>('accounts', isAdmin(me)),
  ]);
  return { words, surveys, units, accounts, organizes: isOrganizer(me), now: new Date().toISOString() };
};
