import { mayNot } from '@danban/access';
import { sql } from 'kysely';
import { nothingLeft, type Work } from '../surveys/waiting.ts';
import { answersOf, itemsIn } from './clusters.ts';
import { isMine } from './desk.ts';
import { partiesOf } from './people.ts';

/** Answers that wait for this person's next step, in consultations and wherever else answering has begun. */
export const toAnswer: Work = {
  roles: ['organizer', 'drafter', 'moderator', 'leader'],
  where: sql`survey.state in ('released', 'archived')
    and (exists (select from official_opinion where survey_id = survey.id)
      or exists (select from comment_clustering where survey_id = survey.id)
      and (survey.kind = 'consultation' or exists (select from reply_step where survey_id = survey.id)))`,
  look: async (house, person, survey) => {
    const parties = await partiesOf(house, survey);
    if (mayNot(person, 'replies.read', parties.where) !== null) return nothingLeft;
    const items = itemsIn(await answersOf(house.db, survey));
    return { left: items.filter((one) => isMine(person, parties, one)).length, of: null };
  },
};
