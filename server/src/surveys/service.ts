import type { UrgentReader } from '@danban/contract';
import { customAlphabet } from 'nanoid';
import {
  fromTemplate,
  issuesBeforeOpening,
  leastSharing,
  placeHoldersOf,
  type Beginning,
  type Definition,
  type UrgentWay,
} from '@danban/survey';
import { findPublished } from '../drafts/queries.ts';
import { findClock } from '../replies/queries.ts';
import type { House } from '../house.ts';
import { dayOf, subtreeOn } from '../organisations/index.ts';
import { eligible, freezeTree, type FrozenUnit, type TreeUnit } from './frozen.ts';
import { countedTree, placesOf, strataSizes, type Places } from './strata.ts';
import type { SurveyRow } from './queries.ts';
import { legalRegister } from './register.ts';
import { urgentWay } from '../urgent/service.ts';
import { findTemplate } from './templates.ts';

/** Read off a poster and typed by hand: one case, nothing that looks like something else. 59 bits. */
export const newSlug = customAlphabet('23456789abcdefghjkmnpqrstvwxyz', 12);
export const day = 24 * 60 * 60 * 1000;

/** What a survey would freeze if it opened now. */
export interface Freezable {
  units: TreeUnit[];
  /** Whether what cannot wait reaches anybody. */
  urgent: UrgentWay;
  urgentReader: UrgentReader | null;
  tree: FrozenUnit[];
  /**
   * The list behind the door `roster`: how many are on it, how many of them have no place, and how many strata they make;
   * null at other doors.
   */
  roster: { people: number; unplaced: number; places: Places; strata: number } | null;
  /** Published versions of its draft text. */
  drafts: { number: number; tree: string }[];
  leastOpenDays: number | null;
}

export async function freezableToday(house: House, survey: SurveyRow, definition: Definition): Promise<Freezable> {
  const units = await unitsToday(house, survey);
  const { way: urgent, reader: urgentReader } = await urgentWay(house);
  const drafts = (await findPublished(house.db, survey.id)).map(({ number, tree_hash: tree }) => {
    return { number, tree: tree!.toString('hex') };
  });
  const leastOpenDays = (await findClock(house.db, survey.id))?.min_days ?? null;
  const known = { units, urgent, urgentReader, drafts, leastOpenDays };
  if (definition.door !== 'roster') return { ...known, tree: freezeTree(definition, units), roster: null };
  const sizes = await house.roster.sizes(survey.id);
  const places = placesOf(units, sizes, leastSharing(definition.thresholds));
  const people = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  const unplaced = [...sizes].reduce((sum, [unit, size]) => (places.has(unit) ? sum : sum + size), 0);
  const strata = strataSizes(places, sizes);
  const roster = { people, unplaced, places, strata: strata.size };
  return { ...known, tree: countedTree(units, strata), roster };
}

/** How many people a list names that another door has made useless. */
export async function unneededList(house: House, survey: SurveyRow): Promise<number> {
  return (survey.definition as Definition).door === 'roster' ? 0 : (await house.roster.counts(survey.id)).people;
}

/** The unit of the survey and all below it, as they are now. */
function unitsToday(house: House, survey: SurveyRow): Promise<TreeUnit[]> {
  return subtreeOn(house.db, survey.unit_id, dayOf(house.clock()));
}

/** What is known here and decides whether a survey may open, whatever is in it. */
export function contextIn(today: Freezable, definition: Definition, beginning: Beginning | null) {
  const { tree, roster, urgent, urgentReader, drafts, leastOpenDays } = today;
  const listed = roster && { people: roster.people, unplaced: roster.unplaced, strata: roster.strata };
  const template = templateBehind(definition);
  const known = { template, beginning, urgent, urgentReader, drafts, leastOpenDays, roster: listed };
  return { eligible: eligible(tree), unitsCount: tree.length, ...known };
}

/** What speaks against opening at `opensAt`, open until `closesAt`; a date that is not chosen yet speaks against nothing. */
export async function issuesOf(house: House, survey: SurveyRow, closesAt: Date | null, opensAt = house.clock()) {
  const definition = survey.definition as Definition;
  return issuesIn(await freezableToday(house, survey, definition), definition, null, closesAt, opensAt);
}

/** The same for what it would freeze. */
export function issuesIn(
  today: Freezable,
  definition: Definition,
  beginning: Beginning | null,
  closesAt: Date | null,
  opensAt: Date,
) {
  return issuesBeforeOpening(definition, {
    ...contextIn(today, definition, beginning),
    register: legalRegister(),
    closesAt: closesAt ?? new Date(opensAt.getTime() + (today.leastOpenDays ?? definition.minOpenDays ?? 7) * day),
    now: opensAt,
  });
}

function templateBehind({ template: id }: Definition): Pick<Definition, 'questions'> | null {
  const template = id === undefined ? undefined : findTemplate(id);
  return template ? placeHoldersOf(fromTemplate(template)) : null;
}
