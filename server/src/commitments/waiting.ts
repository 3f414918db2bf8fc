import { mayNot } from '@danban/access';
import { sql } from 'kysely';
import { nothingLeft, type Work } from '../surveys/waiting.ts';
import { whereOf } from '../surveys/views.ts';
import { commitmentsOf } from './board.ts';

/** So many days before it is due a commitment is called to mind. */
const soonDays = 7;

/** Commitments that are late, due soon or not as reported, for whoever may say that they are kept. */
export const toKeep: Work = {
  roles: ['organizer', 'drafter'],
  where: sql`survey.state in ('released', 'archived') and exists (select from reply
    where survey_id = survey.id and body::jsonb ->> 'commitment' is not null)`,
  look: async (house, person, survey) => {
    if (mayNot(person, 'replies.keep', await whereOf(house, survey)) !== null) return nothingLeft;
    const all = await commitmentsOf(house, survey.id);
    const late = all.filter(({ state }) => state === 'late').length;
    const soon = all.filter(({ state, left }) => state === 'open' && left! <= soonDays).length;
    const disputed = all.filter(({ state }) => state === 'disputed').length;
    return { left: late + soon + disputed, of: { late, soon, disputed } };
  },
};

/** Commitments reported as kept, for the inspection board that has not looked into them. */
export const toConfirm: Work = {
  roles: ['inspector'],
  where: sql`survey.state in ('released', 'archived') and exists (select from commitment_mark as mark
    where mark.survey_id = survey.id and mark.body::jsonb #>> '{mark,kind}' = 'kept'
      and not exists (select from commitment_check
        where commitment_check.survey_id = survey.id and commitment_check.mark = mark.number))`,
  look: async (house, person, survey) => {
    if (mayNot(person, 'replies.confirm', await whereOf(house, survey)) !== null) return nothingLeft;
    const kept = (await commitmentsOf(house, survey.id)).filter(({ state }) => state === 'kept');
    return { left: kept.filter(({ marks }) => marks[0]!.checks.length === 0).length, of: null };
  },
};
