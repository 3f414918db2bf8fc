import type { BranchView, ImportKind, PageView, UnitChoiceView } from '@danban/contract';
import { redirect } from '@sveltejs/kit';
import { read } from '../../../../lib/api.ts';
import { addressWith, asked, listQuery, pageAsked } from '../../../../lib/lists.ts';
import { kindsOf } from '../../../../lib/imports/kindsOf.ts';
import { justAdded, unitAsked } from '../../../../lib/staff/chooseUnit.ts';
import type { PageServerLoad } from './$types.js';

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
  return { kinds: await kindsOf(event), branch, added: event.url.searchParams.get(justAdded) };
};
