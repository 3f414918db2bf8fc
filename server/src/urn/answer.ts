import type { IssueView } from '@danban/contract';
import type { AnswerIssue } from '@danban/survey';
import type { UrnHouse } from '../house.ts';
import { ProblemError } from '../http/problem.ts';
import type { Incoming } from '../vaults/urn.ts';

export function issueView({ questionId, rowId, code, params }: AnswerIssue): IssueView {
  const path = rowId === undefined ? questionId : `${questionId}.${rowId}`;
  return params === undefined ? { path, code } : { path, code, params };
}

/** Hands valid answers to the urn; anything but "accepted" is a refusal with its code. */
export async function put(house: UrnHouse, survey: string, incoming: Incoming): Promise<void> {
  const receipt = await house.urn.accept(survey, incoming);
  if (receipt !== 'accepted') throw new ProblemError(receipt);
}
