import { judgedIn, type Actor, type Where } from '@danban/access';
import { replyBody } from '@danban/contract';
import { followUpOf, type Definition } from '@danban/survey';
import { record } from '../audit/record.ts';
import type { House } from '../house.ts';
import { ProblemError } from '../http/problem.ts';
import { dayOf, unitPath } from '../organisations/index.ts';
import { findOut, type Trx } from '../replies/queries.ts';
import { createIn } from '../surveys/drafts.ts';
import { definitionInForce } from '../surveys/frozen.ts';
import { locked } from '../surveys/locked.ts';
import { findFollowUp, type SurveyRow } from '../surveys/queries.ts';
import { followUpTemplate } from '../surveys/templates.ts';

/** Where a follow-up would stand if it were made today: like any survey of that body there, it judges the head. */
export async function whereAgain(house: House, { unit_id, body_id }: SurveyRow): Promise<Where> {
  const path = await unitPath(house.db, unit_id, dayOf(house.clock()));
  return { unitPath: path, bodyId: body_id, judged: judgedIn('survey', unit_id, true) };
}

/** Whether people would find answers: one to people went out, and stands where everybody reads it. */
export async function isAnswered(db: House['db'] | Trx, survey: SurveyRow): Promise<boolean> {
  const { kind } = survey.definition as Definition;
  if (kind !== 'consultation' || !survey.published) return false;
  return (await findOut(db, survey.id)).some(({ body }) => replyBody.parse(JSON.parse(body)).point === null);
}

/** Made under the lock of the consultation: two who ask at once make one. */
async function make(house: House, by: Actor, id: string): Promise<string> {
  return house.db.transaction().execute(async (trx) => {
    const consultation = await locked(trx, id);
    const made = await findFollowUp(trx, id);
    if (made) throw new ProblemError('follow-up-made', [{ path: '', code: 'made', params: { survey: made.id } }]);
    if (!(await isAnswered(trx, consultation))) throw new ProblemError('follow-up-not-now');
    const { thresholds } = definitionInForce(consultation);
    const definition = followUpOf(followUpTemplate, consultation.definition as Definition, thresholds);
    const { body_id: bodyId, unit_id: unitId } = consultation;
    const beginning = { from: followUpTemplate.template!, definition };
    return createIn(house, trx, by, { beginning, bodyId, unitId, follows: id });
  });
}

/** Names alone, within the vault: who answered then stays unknown. A consultation that is archived has no list any more. */
async function copyList(house: House, by: Actor, from: string, id: string): Promise<void> {
  await house.db.transaction().execute(async (trx) => {
    if ((await locked(trx, id)).state !== 'draft') return;
    const people = await house.roster.copy(from, id);
    if (people === 0) return;
    await record(house, trx, { by, act: 'survey.list', object: id, details: { people, before: 0 } });
  });
}

/**
 * A survey for the people of a consultation, ready to be looked at and opened: were your points answered? Once for each
 * consultation. What joins the two is the name of the consultation, and nothing that belongs to anybody who answers.
 */
export async function askAgain(house: House, by: Actor, consultation: SurveyRow): Promise<string> {
  const id = await make(house, by, consultation.id);
  if ((consultation.definition as Definition).door === 'roster') await copyList(house, by, consultation.id, id);
  return id;
}
