import { compile, entersByCode, type Definition, type OpeningRecord } from '@danban/survey';
import { record } from '../audit/record.ts';
import type { House } from '../house.ts';
import { dayOf, monthsLater } from '../organisations/index.ts';
import type { Counter } from '../results/index.ts';
import { isReleased } from '../results/reader.queries.ts';
import { mailSome } from '../mail/job.ts';
import { archiveDue } from '../surveys/ending.ts';
import { definitionInForce, eligible } from '../surveys/frozen.ts';
import { openScheduled } from '../surveys/opening.ts';
import { find, findOpening, setKeepUntil, setState, type SurveyRow } from '../surveys/queries.ts';
import { invitedNow } from '../surveys/slips.ts';
import { findTree } from '../surveys/tree.queries.ts';
import { tellClosing, tellFlushes, tellKeysDestroyed } from '../transparency/leaves.ts';
import { sendWaiting } from '../urgent/job.ts';
import { askForWaiting } from '../urgent/service.ts';
import type { Pack } from '../vaults/urn.ts';
import { mend } from './mend.ts';
import { schedule } from './queries.ts';
import type { Work } from './worker.ts';

const day = 24 * 60 * 60 * 1000;

async function surveyOf(house: House, id: string): Promise<SurveyRow> {
  const survey = await find(house.db, id);
  if (!survey) throw new Error('a job names a survey that does not exist');
  return survey;
}

function packerOf(survey: SurveyRow): Pack {
  const compiled = compile(definitionInForce(survey));
  return (answers) => compiled.pack(answers);
}

const isOver = ({ state }: SurveyRow): boolean => ['closed', 'released', 'archived'].includes(state);
const takesAnswers = ({ state }: SurveyRow): boolean => state === 'open' || state === 'paused';

/**
 * How many may answer: the frozen number, or how many slips there are. Where the opening promised to mix at the close alone
 * that holds: printing slips for nobody must not open a batch early.
 */
async function eligibleIn(house: House, { id, definition }: SurveyRow): Promise<number | null> {
  const tree = await findTree(house.db, id);
  if (!entersByCode(definition as Definition)) return eligible(tree);
  const promised = JSON.parse((await findOpening(house.db, id)) ?? 'null') as OpeningRecord | null;
  return promised?.flushes === 'at-close' ? 0 : ((await invitedNow(house, id, tree))[0] ?? null);
}

/** Once a day, if enough wait; a closed survey needs no more flushes. */
async function flush(house: House, counter: Counter, id: string): Promise<Date | null> {
  const survey = await surveyOf(house, id);
  if (!takesAnswers(survey)) return null;
  await askForWaiting(house);
  await mend(house, id);
  const { thresholds } = definitionInForce(survey);
  const rule = { eligible: await eligibleIn(house, survey), threshold: thresholds.unit };
  if (await house.urn.flush(id, rule, packerOf(survey))) {
    await tellFlushes(house, id);
    await counter.recount(house, id);
    await askForInterim(house, survey);
  }
  // Asked for also after a flush that was cut short and finds nothing more to open.
  await schedule(house.db, id, 'destroy-keys', house.clock());
  return new Date(house.clock().getTime() + day);
}

/** Nobody more is let in, the urn is opened for the last time, and counting is asked for. Safe to repeat. */
async function close(house: House, counter: Counter, id: string): Promise<null> {
  const survey = await surveyOf(house, id);
  if (!takesAnswers(survey) && survey.state !== 'closing') return null;
  await house.db.transaction().execute(async (trx) => {
    await setState(trx, id, 'closing');
    // Nobody has closed it by hand: its date has come.
    const told = { by: null, act: 'survey.close-at-date', object: id, details: {} } as const;
    if (survey.state !== 'closing') await record(house, trx, told);
  });
  house.doors.forget(id);
  await mend(house, id);
  await house.urn.close(id, packerOf(survey));
  await house.roster.close(id);
  await tellClosing(house, id);
  await counter.recount(house, id);
  await house.db.transaction().execute(async (trx) => {
    const keepUntil = monthsLater(house.clock(), house.keepMonths);
    await setState(trx, id, 'closed');
    await setKeepUntil(trx, id, dayOf(keepUntil));
    await schedule(trx, id, 'release', house.clock());
    await schedule(trx, id, 'archive', keepUntil);
    await schedule(trx, id, 'erase-roster', new Date(house.clock().getTime() + house.rosterDays * day));
    await schedule(trx, id, 'destroy-keys', house.clock());
  });
  return null;
}

/** Once it is refused it is not tried again: the same sheets would fail the same audit. */
async function releaseClosed(house: House, counter: Counter, id: string): Promise<null> {
  const { state } = await surveyOf(house, id);
  if (state === 'closed') await counter.release(house, id, { kind: 'final', planned: null });
  return null;
}

/** The latest announced day that has come. */
function plannedBy(survey: SurveyRow, today: string): string | undefined {
  const { plan } = definitionInForce(survey);
  return plan?.interim?.findLast((day) => day <= today);
}

/** Asked for by the first flush on an announced day or after it, so that figures move with the turnout and never between. */
async function askForInterim(house: House, survey: SurveyRow): Promise<void> {
  const planned = plannedBy(survey, dayOf(house.clock()));
  if (planned === undefined || (await isReleased(house.db, survey.id, planned))) return;
  await schedule(house.db, survey.id, 'interim', house.clock());
}

async function releaseInterim(house: House, counter: Counter, id: string): Promise<null> {
  const survey = await surveyOf(house, id);
  const planned = plannedBy(survey, dayOf(house.clock()));
  if (takesAnswers(survey) && planned !== undefined) await counter.release(house, id, { kind: 'interim', planned });
  return null;
}

async function releaseCorrection(house: House, counter: Counter, id: string): Promise<null> {
  const { state } = await surveyOf(house, id);
  if (state === 'released') await counter.release(house, id, { kind: 'correction', planned: null });
  return null;
}

/** Apart from flush and close, so that results do not wait for a standby; until every one has them, the keys stay. */
async function destroyKeys(house: House, id: string): Promise<null> {
  await house.urn.destroyKeys(id);
  if (isOver(await surveyOf(house, id))) await tellKeysDestroyed(house, id);
  return null;
}

/** Until it is released its sheets are needed: then the day after is early enough. */
async function archive(house: House, id: string): Promise<Date | null> {
  if ((await surveyOf(house, id)).state === 'closed') return new Date(house.clock().getTime() + day);
  await archiveDue(house, id);
  return null;
}

/** What was sealed, opened or copied goes for good; the release stays. */
async function erase(house: House, counter: Counter, id: string): Promise<null> {
  await house.urn.erase(id);
  await house.roster.erase(id);
  await house.post.forget(id);
  await counter.forget(house, id);
  return null;
}

/** Who could answer is nobody's business any more. */
async function eraseRoster(house: House, id: string): Promise<null> {
  await house.roster.erase(id);
  await house.post.forget(id);
  return null;
}

/** The background life of a survey: each step may be cut short anywhere and run again. */
export function surveyWork(house: House, counter: Counter): Work {
  return {
    open: (survey) => openScheduled(house, survey),
    flush: (survey) => flush(house, counter, survey),
    close: (survey) => close(house, counter, survey),
    interim: (survey) => releaseInterim(house, counter, survey),
    release: (survey) => releaseClosed(house, counter, survey),
    correct: (survey) => releaseCorrection(house, counter, survey),
    'destroy-keys': (survey) => destroyKeys(house, survey),
    archive: (survey) => archive(house, survey),
    erase: (survey) => erase(house, counter, survey),
    'erase-roster': (survey) => eraseRoster(house, survey),
    mail: (survey) => mailSome(house, survey),
    urgent: () => sendWaiting(house),
  };
}
