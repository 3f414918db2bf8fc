import type { DeskView } from '@danban/contract';
import type { Person } from '@danban/access';
import { countUnused } from '../accounts/queries.ts';
import { administratedBy } from '../accounts/scope.ts';
import type { House } from '../house.ts';
import { dayOf } from '../organisations/day.ts';
import { listedView, type ListedSurvey } from '../surveys/list.ts';
import { countWaiting } from '../urgent/queries.ts';
import {
  findFirstSteps,
  findHeard,
  findInspected,
  findResults,
  findRunning,
  findWaiting,
  type Sitting,
} from './queries.ts';
import { workAtDesk } from './work.ts';

const mostWaiting = 8;
const mostRunning = 12;
const mostResults = 6;
const mostHeard = 6;
const mostInspected = 6;
const mostUnused = 100;
/** Time to remind people once more. */
const soon = 7 * 24 * 60 * 60 * 1000;

function some<Row, Item>(rows: readonly Row[], most: number, view: (row: Row) => Item) {
  return { items: rows.slice(0, most).map(view), more: rows.length > most };
}

async function unusedAccounts(house: House, { person, today: day }: Sitting): Promise<DeskView['unused']> {
  const administrated = administratedBy(person);
  if (administrated.length === 0) return null;
  const count = await countUnused(house.db, { administrated, day }, mostUnused);
  return { count: Math.min(count, mostUnused), more: count > mostUnused };
}

/** Somebody in need wrote them: whoever can mend the mail is told where she sits down. */
async function urgentWaiting(house: House, person: Person): Promise<DeskView['urgent']> {
  if (administratedBy(person).length === 0) return null;
  const { waiting, since } = await countWaiting(house.db);
  return since === null ? null : { waiting, since };
}

/** What runs, what closes soon, what waits for her, and what there is to read. */
export async function deskFor(house: House, person: Person): Promise<DeskView> {
  const now = house.clock();
  const sitting = { person, now, today: dayOf(now) };
  const [waiting, moderate, answer, keep, confirm, heard, inspect, running, results, unused, urgent, steps] =
    await Promise.all([
      findWaiting(house.db, sitting, mostWaiting),
      workAtDesk(house, person, 'moderate'),
      workAtDesk(house, person, 'answer'),
      workAtDesk(house, person, 'keep'),
      workAtDesk(house, person, 'confirm'),
      findHeard(house.db, sitting, mostHeard),
      findInspected(house.db, sitting, mostInspected),
      findRunning(house.db, sitting, mostRunning),
      findResults(house.db, sitting, mostResults),
      unusedAccounts(house, sitting),
      urgentWaiting(house, person),
      administratedBy(person).length > 0 ? findFirstSteps(house.db) : null,
    ]);
  const closesSoon = ({ state, closes_at: at }: ListedSurvey) =>
    state !== 'scheduled' && at !== null && at.getTime() - now.getTime() <= soon;
  const others = running.slice(0, mostRunning).filter((survey) => !closesSoon(survey));
  return {
    now: now.toISOString(),
    waiting: some(waiting, mostWaiting, (survey) => ({ ...listedView(survey), why: survey.why })),
    ...{ moderate, answer, keep, confirm },
    heard: some(heard, mostHeard, (survey) => ({ ...listedView(survey), left: survey.left })),
    inspect: some(inspect, mostInspected, listedView),
    closingSoon: running.slice(0, mostRunning).filter(closesSoon).map(listedView),
    running: {
      items: others.map((survey) => ({ ...listedView(survey), opensAt: survey.opens_at?.toISOString() ?? null })),
      more: running.length > mostRunning,
    },
    results: some(results, mostResults, listedView),
    steps,
    unused,
    urgent,
  };
}
