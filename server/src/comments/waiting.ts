import { mayNot } from '@danban/access';
import { sql } from 'kysely';
import { nothingLeft, type Work } from '../surveys/waiting.ts';
import { moderatingOf } from './moderating.ts';
import { findNext } from './queries.ts';

/** Opinions this person has not read yet and two others have not decided. */
export const toModerate: Work = {
  roles: ['moderator', 'organizer'],
  where: sql`exists (select from comment where survey_id = survey.id)
    and not exists (select from comment_publication where survey_id = survey.id)`,
  look: async (house, person, survey) => {
    const { where } = await moderatingOf(house, survey);
    if (mayNot(person, 'comments.moderate', where) !== null) return nothingLeft;
    return { left: (await findNext(house.db, survey.id, person.id, null)).left, of: null };
  },
};
