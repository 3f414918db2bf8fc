import { customAlphabet } from 'nanoid';
import { fromTemplate, issuesBeforeOpening, placeHoldersOf, type Beginning, type Definition } from '@danban/survey';
import type { House } from '../house.ts';
import { dayOf, subtreeOn } from '../organisations/index.ts';
import { eligible, freezeTree, type FrozenUnit, type TreeUnit } from './frozen.ts';
import type { SurveyRow } from './queries.ts';
import { legalRegister } from './register.ts';
import { findTemplate } from './templates.ts';

/** Read off a poster and typed by hand: one case, nothing that looks like something else. 59 bits. */
export const newSlug = customAlphabet('23456789abcdefghjkmnpqrstvwxyz', 12);
export const day = 24 * 60 * 60 * 1000;

/** The tree this survey would freeze if it opened now. */
export async function treeToday(house: House, survey: SurveyRow, definition: Definition): Promise<FrozenUnit[]> {
  return freezeTree(definition, await unitsToday(house, survey));
}

/** The unit of the survey and all below it, as they are now. */
export function unitsToday(house: House, survey: SurveyRow): Promise<TreeUnit[]> {
  return subtreeOn(house.db, survey.unit_id, dayOf(house.clock()));
}

/** What is known here and decides whether a survey may open, whatever is in it. */
export function contextIn(tree: FrozenUnit[], definition: Definition, beginning: Beginning | null) {
  return { eligible: eligible(tree), unitsCount: tree.length, template: templateBehind(definition), beginning };
}

/** What speaks against opening at `opensAt`, open until `closesAt`; a date that is not chosen yet speaks against nothing. */
export async function issuesOf(house: House, survey: SurveyRow, closesAt: Date | null, opensAt = house.clock()) {
  const definition = survey.definition as Definition;
  return issuesIn(await treeToday(house, survey, definition), definition, null, closesAt, opensAt);
}

/** The same for the tree it would freeze. */
export function issuesIn(
  tree: FrozenUnit[],
  definition: Definition,
  beginning: Beginning | null,
  closesAt: Date | null,
  opensAt: Date,
) {
  return issuesBeforeOpening(definition, {
    ...contextIn(tree, definition, beginning),
    register: legalRegister(),
    closesAt: closesAt ?? new Date(opensAt.getTime() + (definition.minOpenDays ?? 7) * day),
    now: opensAt,
  });
}

function templateBehind({ template: id }: Definition): Pick<Definition, 'questions'> | null {
  const template = id === undefined ? undefined : findTemplate(id);
  return template ? placeHoldersOf(fromTemplate(template)) : null;
}
