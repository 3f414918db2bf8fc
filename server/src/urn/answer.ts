import type { IssueView } from '@danban/contract';
import type { AnswerIssue, Answers } from '@danban/survey';
import type { House } from '../house.ts';
import { ProblemError } from '../http/problem.ts';
import type { Entrance } from '../surveys/doors.ts';

export async function openEntrance(house: House, slug: string): Promise<Entrance> {
  const entrance = await house.doors.find(slug);
  if (!entrance) throw new ProblemError('unknown-link');
  if (entrance.state === 'not-yet-open') throw new ProblemError('survey-not-open');
  if (entrance.state === 'interrupted') throw new ProblemError('intake-interrupted');
  if (entrance.state === 'paused') throw new ProblemError('survey-paused');
  if (entrance.state !== 'open') throw new ProblemError('survey-closed');
  return entrance;
}

export function issueView({ questionId, rowId, code, params }: AnswerIssue): IssueView {
  const path = rowId === undefined ? questionId : `${questionId}.${rowId}`;
  return params === undefined ? { path, code } : { path, code, params };
}

/** Hands valid answers to the urn; anything but "accepted" is a refusal with its code. */
export async function put(house: House, entrance: Entrance, nullifier: string | null, answers: Answers): Promise<void> {
  const receipt = await house.urn.accept(entrance.survey, { nullifier, unit: entrance.unit, answers });
  if (receipt !== 'accepted') throw new ProblemError(receipt);
}
