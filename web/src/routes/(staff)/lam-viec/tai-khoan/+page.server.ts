import type { AccountView, PageView } from '@danban/contract';
import { read } from '../../../../lib/api.ts';
import { kindsOf } from '../../../../lib/imports/kindsOf.ts';
import { asked, listQuery } from '../../../../lib/lists.ts';
import type { PageServerLoad } from './$types.js';

const states: Readonly<Record<string, string>> = {
  'dang-dung': 'active',
  'chua-vao': 'unused',
  'da-ngung': 'inactive',
};

export const load: PageServerLoad = async (event) => {
  const state = states[event.url.searchParams.get(asked.state) ?? ''];
  return {
    accounts: await read<PageView<AccountView>>(event, `/lam-viec/api/accounts?${listQuery(event.url, { state })}`),
    kinds: await kindsOf(event),
    isWhole: event.url.search === '',
  };
};
