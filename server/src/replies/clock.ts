import type { Actor } from '@danban/access';
import { daysBetween, dueOn, presets, standingAt, type Counting, type PresetName } from '@danban/clocks';
import type { ReplyClockInput, ReplyClockView } from '@danban/contract';
import type { Definition } from '@danban/survey';
import { record } from '../audit/record.ts';
import { calendarIn } from '../calendar/service.ts';
import type { House } from '../house.ts';
import { ProblemError } from '../http/problem.ts';
import { dayOf } from '../organisations/index.ts';
import { findForUpdate, type SurveyRow } from '../surveys/queries.ts';
import { findClock, findExtensions, insertExtension, saveClock, type Trx } from './queries.ts';

const usual: ReplyClockInput = { preset: 'internal-rule', ...presets['internal-rule'] };

/** From the close on there is something to answer. */
const begins = ({ state, closes_at: closesAt }: SurveyRow): string | null =>
  closesAt !== null && ['closing', 'closed', 'released', 'archived'].includes(state) ? dayOf(closesAt) : null;

function openDaysOf({ opened_on: openedOn, opens_at: opensAt, closes_at: closesAt }: SurveyRow): number | null {
  const opens = openedOn ?? (opensAt && dayOf(opensAt));
  return opens !== null && closesAt !== null ? daysBetween(opens, dayOf(closesAt)) : null;
}

/** Who consults answers; other surveys do where somebody set a time for it. */
async function setIn(db: Trx | House['db'], survey: SurveyRow): Promise<ReplyClockInput | null> {
  const row = await findClock(db, survey.id);
  const { kind, minOpenDays } = survey.definition as Definition;
  if (!row) return kind === 'consultation' ? { ...usual, minDays: minOpenDays ?? usual.minDays } : null;
  const { preset, min_days: minDays, reply_days: replyDays, counting } = row;
  return { preset: preset as PresetName, minDays, replyDays, counting: counting as Counting };
}

/**
 * The times of a survey; null where no answers are promised.
 * @param doneOn the day the last answer went out; null while one is missing
 */
export async function clockOf(
  house: House,
  survey: SurveyRow,
  doneOn: string | null,
  db: Trx | House['db'] = house.db,
): Promise<ReplyClockView | null> {
  const set = await setIn(db, survey);
  if (!set) return null;
  const extensions = await findExtensions(db, survey.id);
  const from = begins(survey);
  const first = from && dueOn(from, { days: set.replyDays, counting: set.counting }, await calendarIn(db));
  const due = first && (extensions.at(-1)?.until ?? first);
  const standing = due === null ? null : standingAt(due, doneOn ?? dayOf(house.clock()));
  return {
    ...set,
    ...{ openDays: openDaysOf(survey), from, due, extensions },
    lateBy: standing?.late ? standing.by : null,
    left: standing && !standing.late ? standing.left : null,
  };
}

/** Sets the times, and with that promises answers. */
export async function setClock(house: House, by: Actor, id: string, wish: ReplyClockInput): Promise<void> {
  const { preset, minDays, replyDays, counting } = wish;
  await house.db.transaction().execute(async (trx) => {
    await findForUpdate(trx, id);
    await saveClock(trx, id, { preset, min_days: minDays, reply_days: replyDays, counting });
    await record(house, trx, { by, act: 'reply.clock', object: id, details: { minDays, replyDays } });
  });
}

interface Extension {
  until: string;
  reason: string;
}

/** More time, for a reason everybody reads. Only later than it was due, and not into the past. */
export async function extend(house: House, by: Actor, id: string, { until, reason }: Extension): Promise<void> {
  await house.db.transaction().execute(async (trx) => {
    const survey = (await findForUpdate(trx, id))!;
    const clock = await clockOf(house, survey, null, trx);
    if (clock?.due === undefined || clock.due === null) throw new ProblemError('reply-not-now');
    const on = dayOf(house.clock());
    if (until <= clock.due || until < on) {
      throw new ProblemError('reply-extension-earlier', [{ path: 'until', code: 'too-early' }]);
    }
    await insertExtension(trx, { survey: id, number: clock.extensions.length + 1, until, reason, on });
    await record(house, trx, { by, act: 'reply.extend', object: id, details: { until } });
  });
}

/** A second round has a clock of its own: a further answer takes as long as the first, from the day it was asked for. */
export async function furtherDue(db: House['db'], survey: SurveyRow): Promise<(day: string) => string | null> {
  const set = await setIn(db, survey);
  const calendar = await calendarIn(db);
  return (day) => set && dueOn(day, { days: set.replyDays, counting: set.counting }, calendar);
}
