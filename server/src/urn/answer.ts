import { canonicalJson } from '@danban/bytes';
import { readCode, type IssueView, type PromiseView } from '@danban/contract';
import { entersByCode, maxAnswerBytes, type AnswerIssue, type Answers } from '@danban/survey';
import type { UrnHouse } from '../house.ts';
import { ProblemError } from '../http/problem.ts';
import type { Entrance } from '../surveys/doors.ts';
import { promiseFor } from '../transparency/promise.ts';
import type { Filled, FilledByCode, Incoming, SlipCode } from '../vaults/urn.ts';
import { leastFor } from './envelope.ts';

/** Whether its sheets come with the code of a slip. */
export const isByCode = ({ compiled }: Entrance): boolean => entersByCode(compiled.definition);

function issueView({ questionId, rowId, code, params }: AnswerIssue): IssueView {
  const path = rowId === undefined ? questionId : `${questionId}.${rowId}`;
  return params === undefined ? { path, code } : { path, code, params };
}

/** What a sheet comes with: a slip's code, which names its unit, or what else the urn is to refuse a second time. */
export type Sheet = Incoming | (FilledByCode & { code: SlipCode });

/** A nonce, none where a page runs without scripts, or the code of a slip as somebody typed it. */
export type Came = { nonce: string | null } | { typed: string; nonce?: string | undefined };

/**
 * What was sent is not what would be kept: words are cleaned, for one. A device that is to find its leaf again has to hash what
 * is kept, so it is told that and sends again.
 */
export class Rewritten extends ProblemError {
  readonly answers: Answers;

  constructor(answers: Answers) {
    super('answers-rewritten');
    this.answers = answers;
  }
}

/** @throws Rewritten */
export function demandAsKept(filled: Filled, sent: Record<string, unknown>): void {
  if (canonicalJson(filled.answers) !== canonicalJson(sent)) throw new Rewritten(filled.answers);
}

/** Answers as they are sealed; `beside`: what else is wrong with their sheet, told at once. */
export function validated({ compiled }: Entrance, sent: Record<string, unknown>, beside: IssueView[] = []): Filled {
  const checked = compiled.validate(sent);
  if (!checked.ok) throw new ProblemError('invalid-answers', [...beside, ...checked.issues.map(issueView)]);
  const least = leastFor(maxAnswerBytes(compiled.definition));
  return { answers: checked.answers, packed: compiled.pack(checked.answers), least };
}

/**
 * A sheet whose answers hold, and what it came with too. Whether a code was used is not looked at here, and never for a sheet
 * that cannot be taken: nobody finds out without spending the slip.
 */
export function sheetOf(entrance: Entrance, sent: Record<string, unknown>, came: Came): Sheet {
  if (!('typed' in came)) return { nullifier: came.nonce, unit: entrance.unit, ...validated(entrance, sent) };
  const read = readCode(came.typed);
  const filled = validated(entrance, sent, 'issue' in read ? [read.issue] : []);
  if ('code' in read) return { code: read.code, ...filled, ...(came.nonce !== undefined && { nonce: came.nonce }) };
  throw new ProblemError(read.issue.code === 'code-missing' ? 'code-missing' : 'code-wrong-group', [read.issue]);
}

/** Hands a sheet to the urn; anything but "accepted" is a refusal with its code. */
export async function put({ urn }: UrnHouse, survey: string, sheet: Sheet): Promise<void> {
  const receipt = 'code' in sheet ? await urn.slips.redeem(survey, sheet.code, sheet) : await urn.accept(survey, sheet);
  if (receipt !== 'accepted') throw new ProblemError(receipt);
}

/** The urn's word for a sheet it has taken, where the device has salted it. */
export async function promised(house: UrnHouse, entrance: Entrance, sheet: Sheet): Promise<PromiseView | undefined> {
  if (sheet.salt === undefined) return undefined;
  const unit = 'code' in sheet ? await house.urn.slips.unitOf(entrance.survey, sheet.code) : sheet.unit;
  if (unit === undefined) return undefined;
  const { answers, packed, salt } = sheet;
  return promiseFor(house, entrance, { answers: canonicalJson(answers), salt, unit }, packed);
}
