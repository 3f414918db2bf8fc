import type { House } from '../house.ts';
import { ProblemError } from '../http/problem.ts';
import type { Entrance } from './doors.ts';

/** What an open door leads to; any other state is a refusal with its code. */
export async function openEntrance(house: Pick<House, 'doors'>, slug: string): Promise<Entrance> {
  const entrance = await house.doors.find(slug);
  if (!entrance) throw new ProblemError('unknown-link');
  if (entrance.state === 'not-yet-open') throw new ProblemError('survey-not-open');
  if (entrance.state === 'interrupted') throw new ProblemError('intake-interrupted');
  if (entrance.state === 'paused') throw new ProblemError('survey-paused');
  if (entrance.state !== 'open') throw new ProblemError('survey-closed');
  return entrance;
}
