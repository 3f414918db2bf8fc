import { createHash } from 'node:crypto';
import type { SubmissionDb } from '@danban/db/vaults/submissions';
import { compile, type Compiled } from '@danban/survey';
import { record } from '../audit/record.ts';
import type { House } from '../house.ts';
import { dayOf } from '../organisations/index.ts';
import { definitionInForce } from '../surveys/frozen.ts';
import { find, setState, type SurveyRow } from '../surveys/queries.ts';
import { findTree, saveTurnout, type CountedUnit } from '../surveys/tree.queries.ts';
import { buildRelease } from './build.ts';
import { countAnswers } from './count.ts';
import { deleteComments, saveComments, saveRelease } from './queries.ts';
import { countByUnit, textsOf } from './submissions.queries.ts';

/** Answers added up along the tree: people of a unit are people of everything above it. */
function addUp(tree: CountedUnit[], direct: { unit: number; n: number }[]): number[] {
  const answered = tree.map((unit) => direct.find((one) => one.unit === unit.position)?.n ?? 0);
  for (const { position, parent } of tree.toReversed()) {
    if (parent >= 0) answered[parent]! += answered[position]!;
  }
  return answered;
}

/** Turnout as it stands after a flush; the only moment at which any number may move. */
export async function recount(house: House, submissions: SubmissionDb, survey: string): Promise<void> {
  const answered = addUp(await findTree(house.db, survey), await countByUnit(submissions, survey));
  await house.db.transaction().execute((trx) => saveTurnout(trx, survey, answered));
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
