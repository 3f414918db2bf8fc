import type { SubmissionDb } from '@danban/db/vaults/submissions';
import { compile, entersByCode, type Compiled, type Definition } from '@danban/survey';
import { inUnicode } from '@danban/text';
import { record } from '../audit/record.ts';
import type { House } from '../house.ts';
import { dayOf } from '../organisations/index.ts';
import { addUp, definitionInForce } from '../surveys/frozen.ts';
import { find, setReleased, setReleaseRefused, setState, type SurveyRow, type Trx } from '../surveys/queries.ts';
import { invitedNow } from '../surveys/slips.ts';
import { findTree, saveInvited, saveTurnout } from '../surveys/tree.queries.ts';
import { dropWaiting, setCorrected } from './correcting.queries.ts';
import { releaseAside } from './aside.ts';
import type { Task } from './job.ts';
import { deleteComments, saveComments } from './queries.ts';
import type { Mark } from './release.ts';
import type { Stored } from './store.queries.ts';
import { signLog } from '../transparency/checkpoint.ts';
import { append, findEntriesOf, isLogged } from '../transparency/queries.ts';
import { countByUnit, textsOf } from './submissions.queries.ts';

/** Turnout as it stands after a flush, with the slips it is a share of; the only moment at which any number may move. */
export async function recount(house: House, submissions: SubmissionDb, id: string): Promise<void> {
  const tree = await findTree(house.db, id);
  const direct = new Map((await countByUnit(submissions, id)).map(({ unit, n }) => [unit, n]));
  const answered = addUp(tree, (position) => direct.get(position) ?? 0);
  const survey = (await find(house.db, id))!;
  const invited = entersByCode(survey.definition as Definition) ? await invitedNow(house, id, tree) : [];
  await house.db.transaction().execute(async (trx) => {
    await saveTurnout(trx, id, answered);
    await saveInvited(trx, id, invited);
  });
}

async function readTexts(submissions: SubmissionDb, survey: string, compiled: Compiled) {
  const texts = compiled.words.map(async ({ questionId, path }) => {
    const found = await textsOf(submissions, survey, path);
    return found.map((text) => ({ question: questionId, text: inUnicode(text) }));
  });
  return (await Promise.all(texts)).flat();
}

function aboutOf(survey: SurveyRow, closedOn: string) {
  return {
    body: survey.body_name,
    unit: survey.unit_name,
    closedOn,
    definitionHash: survey.definition_hash!.toString('hex'),
  };
}

/** Where the answers are, and where releases are kept. */
export type Places = Pick<Task, 'urn' | 'house'>;

/** Which release is asked for. */
export type Wish = Pick<Mark, 'kind' | 'planned'>;

const toldAs = {
  interim: 'survey.release-interim',
  final: 'survey.release',
  correction: 'survey.release-correction',
} as const;

/**
 * Counts once and stores what may be shown, beside this thread; then readers are shown it. What was stored and not yet
 * shown, because something was cut short, is found and shown. After the last one nobody reads submissions again.
 */
export async function release(
  house: House,
  { submissions, places }: { submissions: SubmissionDb; places: Places },
  id: string,
  wish: Wish,
): Promise<void> {
  const survey = (await find(house.db, id))!;
  const definition = definitionInForce(survey);
  const isLast = wish.kind !== 'interim';
  const texts = isLast ? await readTexts(submissions, id, compile(definition)) : [];
  const madeOn = dayOf(house.clock());
  const told = await findEntriesOf(house.db, id);
  const outcome = await releaseAside({
    ...places,
    survey: id,
    shown: survey.released,
    definition,
    tree: await findTree(house.db, id),
    mark: { ...wish, madeOn },
    comments: isLast ? texts.length : null,
    unopened: await house.urn.unopened(id),
    onPaper: survey.on_paper,
    logged: told.length > 0,
    flushes: told.filter(({ kind }) => kind === 'flush').length,
    about: aboutOf(survey, isLast ? dayOf(survey.closes_at!) : madeOn),
  });
  await house.db.transaction().execute(async (trx) => {
    if (outcome.kind === 'refused') return refuse(house, trx, id, wish);
    if (wish.kind === 'final') {
      await deleteComments(trx, id);
      await saveComments(trx, id, texts);
      await setState(trx, id, 'released');
    }
    await show(house, trx, id, outcome.stored);
  });
  house.doors.forget(id);
  await signLog(house);
}

/** The same moment for everybody: readers see it, and both logs say so. */
async function show(house: House, trx: Trx, id: string, stored: Stored): Promise<void> {
  const { kind, number, checksum } = stored;
  await tellTally(house, trx, id, stored);
  await setReleased(trx, id, number);
  if (kind === 'correction') await setCorrected(trx, id, number);
  const act = toldAs[kind];
  const told = { by: null, object: id } as const;
  await (act === 'survey.release'
    ? record(house, trx, { ...told, act, details: { checksum } })
    : record(house, trx, { ...told, act, details: { checksum, number } }));
}

async function tellTally(house: House, trx: Trx, survey: string, { kind, number, checksum, tables }: Stored) {
  if (!(await isLogged(trx, survey))) return;
  const on = dayOf(house.clock());
  await append(trx, { kind: 'tally', survey, release: number, of: kind, checksum, tables, on });
}

/** What would be shown did not stand its audit: nothing is shown, the survey says so, and nobody tries the same again. */
async function refuse(house: House, trx: Trx, id: string, { kind }: Wish): Promise<void> {
  house.log.info('release-refused', { survey: id });
  await setReleaseRefused(trx, id);
  if (kind === 'correction') await dropWaiting(trx, id);
  await record(house, trx, { by: null, act: 'survey.release-refused', object: id, details: { kind } });
}
