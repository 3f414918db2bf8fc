import type { Actor, Person } from '@danban/access';
import type { ImportView, ReplacedView, RosterView } from '@danban/contract';
import type { Definition } from '@danban/survey';
import { record } from '../audit/record.ts';
import type { House } from '../house.ts';
import { ProblemError } from '../http/problem.ts';
import type { ChosenTable } from '../imports/inputs.ts';
import { unpacked } from '../imports/packed.ts';
import { carriedWish, refuseWrong, rememberChosen, understoodBeside } from '../imports/service.ts';
import type { Stored, Task, Understanding } from '../imports/understand.ts';
import { demandStill, type Staff } from '../sessions/index.ts';
import { locked } from '../surveys/locked.ts';
import type { SurveyRow } from '../surveys/queries.ts';
import { leastOf, listedUnits, unitsOfList } from './units.ts';

const isOurs = ({ definition }: SurveyRow): boolean => (definition as Definition).door === 'roster';
const isFixed = ({ state }: SurveyRow): boolean => state !== 'draft' && state !== 'scheduled';
export const mayInvite = ({ state }: SurveyRow): boolean => state === 'open' || state === 'paused';

export function demandRosterDoor(survey: SurveyRow): void {
  if (!isOurs(survey)) throw new ProblemError('roster-other-door');
}

function demandChangeable(survey: SurveyRow): void {
  demandRosterDoor(survey);
  if (isFixed(survey)) throw new ProblemError('roster-fixed');
}

export async function rosterOf(house: House, survey: SurveyRow): Promise<RosterView> {
  demandRosterDoor(survey);
  const { people, withEmail, withPhone } = await house.roster.counts(survey.id);
  const units = await listedUnits(house, survey, await house.roster.sizes(survey.id));
  return {
    people,
    withEmail,
    withPhone,
    least: leastOf(survey),
    units,
    unplaced: people - units.reduce((sum, unit) => sum + unit.people, 0),
    mayReplace: !isFixed(survey),
    mayInvite: mayInvite(survey),
  };
}

async function storedBeside(house: House, survey: SurveyRow): Promise<Stored> {
  const units = await unitsOfList(house, survey);
  return { kind: 'people', units: units.map(({ id, name }) => ({ id, name })) };
}

interface Wish {
  source: Task['source'];
  chosen?: Task['chosen'];
}

async function understood(house: House, person: Person, survey: SurveyRow, wish: Wish): Promise<Understanding> {
  demandChangeable(survey);
  return understoodBeside(house, house.db, person, await storedBeside(house, survey), wish);
}

/** What an uploaded list holds. Nothing of it is kept. */
export async function readList(
  house: House,
  person: Person,
  survey: SurveyRow,
  bytes: Uint8Array,
): Promise<ImportView> {
  return (await understood(house, person, survey, { source: { bytes } })).view;
}

/** The same table with other columns or another sheet; the columns are remembered. */
export async function previewList(
  house: House,
  person: Person,
  survey: SurveyRow,
  chosen: ChosenTable,
): Promise<ImportView> {
  const understanding = await understood(house, person, survey, carriedWish(chosen));
  await rememberChosen(house.db, person, chosen, understanding);
  return understanding.view;
}

/**
 * The list becomes this one, or stays as it is when a single row is wrong. The survey is locked meanwhile, so that nobody
 * opens it in between; the table is read before, because reading takes its time.
 */
export async function replaceList(
  house: House,
  { staff, by }: { staff: Staff; by: Actor },
  survey: SurveyRow,
  chosen: ChosenTable,
): Promise<ReplacedView> {
  const { problems, write } = await understood(house, staff.person, survey, carriedWish(chosen));
  refuseWrong(problems, 'roster-invalid');
  const people = 'people' in write ? write.people : { count: 0, parts: [] };
  if (people.count === 0) throw new ProblemError('roster-invalid', [{ path: 'file', code: 'nobody' }]);
  await house.db.transaction().execute(async (trx) => {
    demandChangeable(await locked(trx, survey.id));
    await demandStill(trx, staff, house.clock());
    const { people: before } = await house.roster.counts(survey.id);
    await house.roster.replace(survey.id, unpacked(people));
    const details = { people: people.count, before };
    await record(house, trx, { by, act: 'survey.list', object: survey.id, details });
  });
  return { people: people.count };
}

/** Before the survey opens a list may go as it came, whatever the door is by now. */
export async function dropList(house: House, by: Actor, id: string): Promise<void> {
  await house.db.transaction().execute(async (trx) => {
    if (isFixed(await locked(trx, id))) throw new ProblemError('roster-fixed');
    const { people } = await house.roster.counts(id);
    await house.roster.erase(id);
    await record(house, trx, { by, act: 'survey.drop-list', object: id, details: { people } });
  });
}
