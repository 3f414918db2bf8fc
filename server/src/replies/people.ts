import { can, type Act, type Person, type Where } from '@danban/access';
import type { ReplyActKind } from '@danban/replies';
import type { House } from '../house.ts';
import type { SurveyRow } from '../surveys/queries.ts';
import { whereOf } from '../surveys/views.ts';
import { findPeopleAt, type Trx } from './queries.ts';

/** Who may do each act. */
export const actOf: Readonly<Record<ReplyActKind, readonly Act[]>> = {
  assign: ['replies.assign'],
  propose: ['replies.propose'],
  check: ['replies.check'],
  // Whoever judges it may send it back.
  return: ['replies.check', 'replies.approve', 'replies.publish'],
  approve: ['replies.approve'],
  place: ['replies.propose'],
  correct: ['replies.publish'],
};

/** Everybody with a part in the answers of a survey. */
export interface Parties {
  where: Where;
  people: readonly Person[];
}

export async function partiesOf(house: House, survey: SurveyRow, db: Trx | House['db'] = house.db): Promise<Parties> {
  const where = await whereOf(house, survey);
  return { where, people: await findPeopleAt(db, where.unitPath) };
}

/** Whom an answer may be given to. */
export const whoMayPropose = ({ where, people }: Parties): readonly Person[] =>
  people.filter((one) => can(one, 'replies.propose', where));

/** Whether somebody else could do it as well. */
export const hasOthers = ({ where, people }: Parties, kind: ReplyActKind, but: string): boolean =>
  people.some((one) => one.id !== but && actOf[kind].some((act) => can(one, act, where)));

const roleOrder = ['drafter', 'organizer'] as const;

/** In which role somebody would answer. */
export function roleAmong({ grants }: Person): string {
  return roleOrder.find((role) => grants.some((grant) => grant.role === role)) ?? grants[0]!.role;
}

/** Units and bodies answer in public, people do not: by the role in which it was done. */
export function publicName(role: string, survey: Pick<SurveyRow, 'body_name' | 'unit_name'>): string {
  return role === 'drafter' || role === 'leader' ? survey.unit_name : survey.body_name;
}
