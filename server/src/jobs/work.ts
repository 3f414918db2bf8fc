import { compile, type Definition } from '@danban/survey';
import type { House } from '../house.ts';
import type { Counter } from '../results/index.ts';
import { eligible } from '../surveys/frozen.ts';
import { find, findTree, setState, type SurveyRow } from '../surveys/queries.ts';
import type { Pack } from '../urn/index.ts';
import { schedule } from './queries.ts';
import type { Work } from './worker.ts';

const day = 24 * 60 * 60 * 1000;

async function surveyOf(house: House, id: string): Promise<SurveyRow> {
  const survey = await find(house.db, id);
  if (!survey) throw new Error('a job names a survey that does not exist');
  return survey;
}

function packerOf(definition: Definition): Pack {
  const compiled = compile(definition);
  return (answers) => compiled.pack(answers);
}

/** Once a day, if enough wait; a closed survey needs no more flushes. */
async function flush(house: House, counter: Counter, id: string): Promise<Date | null> {
  const survey = await surveyOf(house, id);
  if (survey.state !== 'open') return null;
  const definition = survey.definition as Definition;
  const rule = { eligible: eligible(await findTree(house.db, id)), threshold: definition.thresholds.unit };
  if (await house.urn.flush(id, rule, packerOf(definition))) await counter.recount(house, id);
  // Asked for also after a flush that was cut short and finds nothing more to open.
  await schedule(house.db, id, 'destroy-keys', house.clock());
  return new Date(house.clock().getTime() + day);
}

/** Nobody more is let in, the urn is opened for the last time, and counting is asked for. Safe to repeat. */
async function close(house: House, counter: Counter, id: string): Promise<null> {
  const survey = await surveyOf(house, id);
  if (survey.state !== 'open' && survey.state !== 'closing') return null;
  await setState(house.db, id, 'closing');
  house.doors.forget(id);
  await house.urn.close(id, packerOf(survey.definition as Definition));
  await counter.recount(house, id);
  await house.db.transaction().execute(async (trx) => {
    await setState(trx, id, 'closed');
    await schedule(trx, id, 'release', house.clock());
    await schedule(trx, id, 'destroy-keys', house.clock());
  });
  return null;
}

async function releaseClosed(house: House, counter: Counter, id: string): Promise<null> {
  if ((await surveyOf(house, id)).state === 'closed') await counter.release(house, id);
  return null;
}

/** Apart from flush and close, so that results do not wait for a standby; until every one has them, the keys stay. */
async function destroyKeys(house: House, id: string): Promise<null> {
  await house.urn.destroyKeys(id);
  return null;
}

/** The background life of a survey: each step may be cut short anywhere and run again. */
export function surveyWork(house: House, counter: Counter): Work {
  return {
    flush: (survey) => flush(house, counter, survey),
    close: (survey) => close(house, counter, survey),
    release: (survey) => releaseClosed(house, counter, survey),
    'destroy-keys': (survey) => destroyKeys(house, survey),
  };
}
