import type { BodyView, PageView, Role } from '@danban/contract';
import type { RequestEvent } from '@sveltejs/kit';
import { read } from '../api.ts';
import { chooseUnit, type UnitChoice } from './chooseUnit.ts';
import { isOffered } from './grants.ts';

/** The name under which a page's address keeps the role that was chosen. */
export const roleAsked = 'vai';

/** How far the choice of a role has come: first the role, then its unit, then the body it speaks for, if it does. */
export interface RoleChoice {
  role: Role | null;
  place: UnitChoice | null;
  bodies: BodyView[];
}

export async function chooseRole(event: RequestEvent): Promise<RoleChoice> {
  const role = event.url.searchParams.get(roleAsked);
  if (!isOffered(role)) return { role: null, place: null, bodies: [] };
  const place = await chooseUnit(event, 'role');
  const speaks = role === 'organizer' && place.unit !== undefined;
  return { role, place, bodies: speaks ? await bodiesThatAsk(event, place.unit.id) : [] };
}

/** The bodies that may ask people in the unit. */
export async function bodiesThatAsk(event: RequestEvent, unitId: string): Promise<BodyView[]> {
  const bodies: BodyView[] = [];
  // A way up the tree has few bodies; where it has more than a page, none of them is left out.
  for (let page = 1, more = true; more; page++) {
    const query = new URLSearchParams({ for: unitId, page: String(page) });
    const found = await read<PageView<BodyView>>(event, `/lam-viec/api/bodies?${query}`);
    bodies.push(...found.items);
    more = found.more;
  }
  return bodies.filter((body) => body.canOrganise);
}
