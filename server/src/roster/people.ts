import type { ListedPersonView, PageView } from '@danban/contract';
import { z } from 'zod';
import type { House } from '../house.ts';
import { listing, pageOf, rowsOf } from '../http/list.ts';
import { wordsOf } from '../search/keys.ts';
import type { SurveyRow } from '../surveys/queries.ts';
import { demandRosterDoor } from './list.ts';
import { unitsOfList } from './units.ts';

export const peopleWanted = z.strictObject({ ...listing, refused: z.literal('1').optional() });

/** The people of a list by unit and name; words are looked for in names, addresses and numbers. */
export async function peopleOf(
  house: House,
  survey: SurveyRow,
  { q, page, refused }: z.infer<typeof peopleWanted>,
): Promise<PageView<ListedPersonView>> {
  demandRosterDoor(survey);
  const names = new Map((await unitsOfList(house, survey)).map(({ id, name }) => [id, name]));
  const { limit: most, offset: from } = rowsOf(page);
  const wish = { words: wordsOf(q), refused: refused !== undefined, from, most };
  const rows = await house.roster.people(survey.id, wish);
  return pageOf(rows, page, ({ id, unit, name, email, phone, revoked, refused: bounced }) => {
    return { id, name, unit: names.get(unit) ?? unit, email, phone, struck: revoked, refused: bounced };
  });
}
