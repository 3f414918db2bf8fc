import { createHash } from 'node:crypto';
import type { SubmissionDb } from '@danban/db/vaults/submissions';
import { compile, entersByCode, type Compiled, type Definition } from '@danban/survey';
import { record } from '../audit/record.ts';
import type { House } from '../house.ts';
import { dayOf } from '../organisations/index.ts';
import { addUp, definitionInForce } from '../surveys/frozen.ts';
import { find, setState, type SurveyRow } from '../surveys/queries.ts';
import { invitedNow } from '../surveys/slips.ts';
import { findTree, saveInvited, saveTurnout } from '../surveys/tree.queries.ts';
import { buildRelease } from './build.ts';
import { countAnswers } from './count.ts';
import { deleteComments, saveComments, saveRelease } from './queries.ts';
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
    return found.map((text) => ({ question: questionId, text }));
  });
  return (await Promise.all(texts)).flat();
}

function aboutOf(survey: SurveyRow) {
  return {
    body: survey.body_name,
    unit: survey.unit_name,
    closedOn: dayOf(survey.closes_at!),
    definitionHash: survey.definition_hash!.toString('hex'),
  };
}

/** Counts once, stores what may be shown, copies the texts for review. From here on nobody reads submissions again. */
export async function release(house: House, submissions: SubmissionDb, id: string): Promise<void> {
  const survey = (await find(house.db, id))!;
  const compiled = compile(definitionInForce(survey));
  const tree = await findTree(house.db, id);
  const counts = await countAnswers(submissions, id, tree.length, compiled.columns);
  const texts = await readTexts(submissions, id, compiled);
  const unopened = await house.urn.unopened(id);
  const about = aboutOf(survey);
  const body = JSON.stringify(buildRelease({ compiled, tree, counts, comments: texts.length, unopened, about }));
  const checksum = createHash('sha256').update(body).digest();
  await house.db.transaction().execute(async (trx) => {
    await saveRelease(trx, id, { body, checksum });
    await deleteComments(trx, id);
    await saveComments(trx, id, texts);
    await setState(trx, id, 'released');
    const details = { checksum: checksum.toString('hex') };
    await record(house, trx, { by: null, act: 'survey.release', object: id, details });
  });
  house.doors.forget(id);
}
