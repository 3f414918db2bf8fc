import type { Actor } from '@danban/access';
import type { InviteInput, OrganisationLinkView } from '@danban/contract';
import { record } from '../audit/record.ts';
import type { House } from '../house.ts';
import { ProblemError } from '../http/problem.ts';
import { dayOf } from '../organisations/index.ts';
import { hashOfToken, newToken } from '../sessions/tokens.ts';
import { findForUpdate, type SurveyRow } from '../surveys/queries.ts';
import { mayInviteIn } from './consultation.ts';
import { linkOf } from './door.ts';
import * as queries from './queries.ts';
import type { OrganisationRow, Trx } from './queries.ts';

/** Of one consultation: a ministry's bodies and every province. */
const mostOrganisations = 200;

async function lockedToInvite(house: House, trx: Trx, id: string): Promise<SurveyRow> {
  const survey = await findForUpdate(trx, id);
  if (!survey) throw new ProblemError('not-found');
  if (!mayInviteIn(house, survey)) throw new ProblemError('opinion-not-now');
  return survey;
}

/** A day from today on, and not after the closing date. */
function refuseDay(house: House, { closes_at: closesAt }: SurveyRow, answerBy: string): void {
  const tooLate = closesAt !== null && answerBy > dayOf(closesAt);
  if (answerBy < dayOf(house.clock()) || tooLate)
    throw new ProblemError('answer-by-wrong', [{ path: 'answerBy', code: 'answer-by-wrong' }]);
}

async function refuseTwice(trx: Trx, survey: string, name: string, but?: string): Promise<void> {
  const all = await queries.findOrganisations(trx, survey);
  const alike = (one: string): string => one.toLocaleLowerCase('vi');
  if (all.some((one) => one.id !== but && alike(one.name) === alike(name))) {
    throw new ProblemError('organisation-invited-twice', [{ path: 'name', code: 'organisation-invited-twice' }]);
  }
  if (but === undefined && all.length >= mostOrganisations) throw new ProblemError('organisations-too-many');
}

async function existing(trx: Trx, survey: string, id: string): Promise<OrganisationRow> {
  const found = await queries.findOrganisation(trx, survey, id);
  if (!found) throw new ProblemError('not-found');
  return found;
}

/** Its link is in this answer alone: what is kept is a hash. */
export async function invite(
  house: House,
  by: Actor,
  survey: string,
  wish: InviteInput,
): Promise<OrganisationLinkView> {
  const secret = newToken();
  return house.db.transaction().execute(async (trx) => {
    const row = await lockedToInvite(house, trx, survey);
    refuseDay(house, row, wish.answerBy);
    await refuseTwice(trx, survey, wish.name);
    const day = dayOf(house.clock());
    const id = await queries.insertOrganisation(trx, { survey, ...wish, secretHash: hashOfToken(secret), day });
    await record(house, trx, { by, act: 'opinion.invite', object: survey, details: { organisation: id } });
    return { id, url: linkOf(house, id, secret) };
  });
}

export async function change(house: House, by: Actor, survey: string, id: string, wish: InviteInput): Promise<void> {
  await house.db.transaction().execute(async (trx) => {
    const row = await lockedToInvite(house, trx, survey);
    const before = await existing(trx, survey, id);
    if (wish.answerBy !== before.answerBy) refuseDay(house, row, wish.answerBy);
    await refuseTwice(trx, survey, wish.name, id);
    await queries.changeOrganisation(trx, id, wish);
    await record(house, trx, { by, act: 'opinion.change', object: survey, details: { organisation: id } });
  });
}

async function setLink(house: House, by: Actor, survey: string, id: string, secret: string | null): Promise<void> {
  await house.db.transaction().execute(async (trx) => {
    const row = await findForUpdate(trx, survey);
    if (!row || row.state === 'cancelled') throw new ProblemError('opinion-not-now');
    await existing(trx, survey, id);
    await queries.setSecret(trx, id, secret === null ? null : hashOfToken(secret));
    const details = { organisation: id, step: secret === null ? ('revoke' as const) : ('renew' as const) };
    await record(house, trx, { by, act: 'opinion.link', object: survey, details });
  });
}

/** A new link; the one before opens nothing from now on. Also after the close: the organisation still hears its answers. */
export async function renew(house: House, by: Actor, survey: string, id: string): Promise<OrganisationLinkView> {
  const secret = newToken();
  await setLink(house, by, survey, id, secret);
  return { id, url: linkOf(house, id, secret) };
}

export const revoke = (house: House, by: Actor, survey: string, id: string): Promise<void> =>
  setLink(house, by, survey, id, null);

/** Takes an invitation back altogether, as long as nothing was sent under it. */
export async function uninvite(house: House, by: Actor, survey: string, id: string): Promise<void> {
  await house.db.transaction().execute(async (trx) => {
    await findForUpdate(trx, survey);
    await existing(trx, survey, id);
    if ((await queries.findSent(trx, id)).length > 0) throw new ProblemError('organisation-has-written');
    await queries.dropOrganisation(trx, id);
    await record(house, trx, { by, act: 'opinion.uninvite', object: survey, details: { organisation: id } });
  });
}
