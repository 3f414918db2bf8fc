import type { Person } from '@danban/access';
import { sql, type RawBuilder, type SqlBool } from 'kysely';
import { opinionsHeardBy } from '../surveys/rights.queries.ts';

/** Consultations that asked organisations, and whose organisations she reads without organising them. */
export function heardBy(person: Person, today: string): RawBuilder<SqlBool> {
  const asked = sql`select from invited_organisation where survey_id = survey.id`;
  return sql`(survey.state <> 'cancelled' and exists (${asked}) and ${opinionsHeardBy(person, today)})`;
}
