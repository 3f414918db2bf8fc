import { secrecyStamp } from '@danban/consultation';
import type { KnownNames } from '@danban/text';
import { moderatingOf } from '../comments/moderating.ts';
import type { House } from '../house.ts';
import { ProblemError } from '../http/problem.ts';
import type { SurveyRow } from '../surveys/queries.ts';

/** Names of units that are no people, where a survey asked. */
export const knownIn = async (house: House, survey: SurveyRow): Promise<KnownNames> =>
  (await moderatingOf(house, survey)).known;

/** What everybody will read bears no stamp of secrecy. */
export function refuseSecret(words: string): void {
  const lines = words.split('\n').map((text) => ({ text }));
  if (secrecyStamp(lines) !== null) throw new ProblemError('opinion-secret');
}
