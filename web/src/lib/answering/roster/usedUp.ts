import type { Outcome } from '../browser/send.ts';

/** Whether the credential a sheet was sent under is of no more use. */
export const isUsedUp = (outcome: Outcome): boolean =>
  outcome.kind === 'accepted' ||
  (outcome.kind === 'refused' && ['already-counted', 'different-answer'].includes(outcome.problem.code));
