import { hasResults, states as allStates, type Grant, type Person, type Role } from '@danban/access';
import { sql, type RawBuilder, type SqlBool } from 'kysely';

// What `packages/access` says of one survey, as conditions on rows of `survey`: tests compare the two.

const withResults = sql<SqlBool>`survey.state = any(${allStates.filter(hasResults)}::survey_state[])`;
/** Of the close, or of an announced day before it. */
const withFigures = sql<SqlBool>`(${withResults} or survey.released > 0)`;
const readers: readonly Role[] = ['leader', 'inspector', 'collector'];

/**
 * Whether one of the grants covers the survey's unit: where it hung on the day the survey opened, a draft's where it
 * hangs today. Who organises does so for the survey's body. `offset 0` keeps it a question to each row, so that a list
 * stops asking when its page is full; joined, all rows would be asked first.
 */
function covered(grants: readonly Grant[], today: string): RawBuilder<SqlBool> {
  if (grants.length === 0) return sql`false`;
  const held = grants.map(({ role, unitId, bodyId }) => sql`(${role}::text, ${unitId}::text, ${bodyId}::text)`);
  return sql`exists (
    select from (values ${sql.join(held)}) as held (role, unit_id, body_id)
      join unit_reach on unit_reach.ancestor_id = held.unit_id
    where unit_reach.unit_id = survey.unit_id and during @> coalesce(survey.opened_on, ${today}::date)
      and (held.role <> 'organizer' or held.body_id = survey.body_id)
    offset 0)`;
}

/** Whether a grant in one of these roles covers the survey's unit: what may be done there is asked of `packages/access`. */
export const coveredBy = (person: Person, roles: readonly Role[], today: string): RawBuilder<SqlBool> =>
  covered(only(person, roles), today);

const only = ({ grants }: Person, roles: readonly Role[]): Grant[] => grants.filter(({ role }) => roles.includes(role));

/** `can(person, 'survey.read', …)`, and every other act on a survey's life. */
export function organisedBy(person: Person, today: string): RawBuilder<SqlBool> {
  return sql`(${notJudging(person)} and ${covered(only(person, ['organizer']), today)})`;
}

/** What is closed to whom it judges. */
function notJudging(person: Person): RawBuilder<SqlBool> {
  const led = only(person, ['leader']).map((grant) => grant.unitId);
  return sql`not ((survey.kind = 'evaluation' or survey.follows is not null) and survey.unit_id = any(${led}::text[]))`;
}

/** `can(person, 'draft.read', …)`: consultations alone have drafts. */
export function draftReadBy(person: Person, today: string): RawBuilder<SqlBool> {
  return sql`(survey.kind = 'consultation' and ${covered(only(person, ['organizer', 'drafter']), today)})`;
}

/** `can(person, 'opinions.read', …)` of who does not organise: consultations alone ask organisations. */
export function opinionsHeardBy(person: Person, today: string): RawBuilder<SqlBool> {
  return sql`(survey.kind = 'consultation' and ${covered(only(person, ['drafter', 'leader', 'inspector']), today)})`;
}

/** `can(person, 'results.read', …)` by a role of hers, whether they are published or not. */
export function resultsReadBy(person: Person, today: string): RawBuilder<SqlBool> {
  return sql`(${withFigures} and ${covered(only(person, ['organizer', ...readers]), today)})`;
}

/** `can(person, 'audit.survey', …)`, once it has opened: before that there is nothing to look over. */
export function inspectedBy(person: Person, today: string): RawBuilder<SqlBool> {
  return sql`(survey.opened_on is not null and ${notJudging(person)} and ${covered(only(person, ['inspector']), today)})`;
}

/** Whether the person may read the survey of the row or its results. */
export function readableBy(person: Person, today: string): RawBuilder<SqlBool> {
  return sql`(${withResults} and survey.published
    or ${resultsReadBy(person, today)} or ${organisedBy(person, today)})`;
}
