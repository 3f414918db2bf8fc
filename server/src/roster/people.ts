import type { ListedPersonView, PageView } from '@danban/contract';
import { searchKey } from '@danban/text';
import { z } from 'zod';
import type { House } from '../house.ts';
import { listing, pageOf, rowsOf } from '../http/list.ts';
import type { SurveyRow } from '../surveys/queries.ts';
import { demandRosterDoor } from './list.ts';
import { inOrder } from './order.ts';
import { unitsOfList } from './units.ts';

export const peopleWanted = z.strictObject(listing);

/** A digit or two stand in every number. */
const leastOfContact = 3;

/** The people of a list by unit and name; words are looked for in names, addresses and numbers. */
export async function peopleOf(
  house: House,
  survey: SurveyRow,
  { q, page }: z.infer<typeof peopleWanted>,
): Promise<PageView<ListedPersonView>> {
  demandRosterDoor(survey);
  const units = await unitsOfList(house, survey);
  const names = new Map(units.map(({ id, name }) => [id, name]));
  const words = searchKey(q).split(' ');
  const found = (await house.roster.people(survey.id)).filter(({ name, email, phone }) => {
    const [key, contact] = [searchKey(name), `${email ?? ''} ${phone ?? ''}`];
    return words.every((word) => key.includes(word) || (word.length >= leastOfContact && contact.includes(word)));
  });
  const ids = units.map(({ id }) => id);
  const { limit, offset } = rowsOf(page);
  const rows = inOrder(found, ids).slice(offset, offset + limit);
  return pageOf(rows, page, ({ id, unit, name, email, phone, revoked }) => {
    return { id, name, unit: names.get(unit) ?? unit, email, phone, struck: revoked };
  });
}
