import type { RosterView } from '@danban/contract';
import { leastSharing, type Definition } from '@danban/survey';
import type { House } from '../house.ts';
import { dayOf, subtreeOn } from '../organisations/index.ts';
import type { SurveyRow } from '../surveys/queries.ts';
import { placesOf } from '../surveys/strata.ts';

/** The unit that asks and all below it, its own first: as they are now, or as they were when the list was frozen. */
export function unitsOfList(house: House, survey: SurveyRow) {
  return subtreeOn(house.db, survey.unit_id, survey.opened_on ?? dayOf(house.clock()));
}

/** How many of a unit must be listed for an answer to say that it comes from there (anonymity.md §3). */
export const leastOf = (survey: SurveyRow): number => leastSharing((survey.definition as Definition).thresholds);

/** Units with people on the list, in the order of the tree, and where each is counted. */
export async function listedUnits(
  house: House,
  survey: SurveyRow,
  sizes: ReadonlyMap<string, number>,
): Promise<RosterView['units']> {
  const units = await unitsOfList(house, survey);
  const places = placesOf(units, sizes, leastOf(survey));
  const names = new Map(units.map(({ id, name }) => [id, name]));
  return units.flatMap(({ id, name }) => {
    const people = sizes.get(id);
    if (!people) return [];
    const at = places.get(id) ?? id;
    return [{ id, name, people, countedAt: at === id ? null : names.get(at)! }];
  });
}
