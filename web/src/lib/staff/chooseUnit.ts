import type { BranchView, PageView, UnitChoiceView } from '@danban/contract';
import type { RequestEvent } from '@sveltejs/kit';
import { read } from '../api.ts';
import { listQuery } from '../lists.ts';

/** The name under which a page's address keeps the unit that was chosen. */
export const unitAsked = 'don-vi';
/** The name of what has just been added to it. */
export const justAdded = 'da-them';

/** The unit of the address with its way up, or, as long as none is chosen, the units there are to choose from. */
export type UnitChoice =
  { unit: UnitChoiceView; units?: undefined; only: boolean } | { unit?: undefined; units: PageView<UnitChoiceView> };

/** Where there is one unit alone nobody is asked. */
export async function chooseUnit(event: RequestEvent, purpose: 'survey' | 'role'): Promise<UnitChoice> {
  const chosen = event.url.searchParams.get(unitAsked);
  if (chosen !== null) return { unit: await unitChosen(event, chosen), only: false };
  const query = listQuery(event.url, { for: purpose });
  const units = await read<PageView<UnitChoiceView>>(event, `/lam-viec/api/units/found?${query}`);
  const [first, ...others] = units.items;
  const isOnly = first !== undefined && others.length === 0 && units.page === 1 && !event.url.searchParams.has('tim');
  return isOnly ? { unit: first, only: true } : { units };
}

async function unitChosen(event: RequestEvent, id: string): Promise<UnitChoiceView> {
  const path = `/lam-viec/api/units/branch?of=${encodeURIComponent(id)}`;
  const { unit, above } = await read<BranchView>(event, path);
  return { id, name: unit?.name ?? id, above: above.map(({ name }) => name).toReversed() };
}
