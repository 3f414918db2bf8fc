/**
 * The single checks of the engine. Every release uses all of them; only the tests turn one off, to see that the
 * independent checkers notice.
 */
export interface Checks {
  readonly ownRemainder: boolean;
  readonly ancestorRemainder: boolean;
  readonly concentration: boolean;
  readonly tableRemainder: boolean;
  readonly capacity: boolean;
  readonly bandCategory: boolean;
  readonly bandRoom: boolean;
}

export const ALL_CHECKS: Checks = {
  ownRemainder: true,
  ancestorRemainder: true,
  concentration: true,
  tableRemainder: true,
  capacity: true,
  bandCategory: true,
  bandRoom: true,
};

/** With those of the engine over groups. */
export interface EngineChecks extends Checks {
  readonly ledger: boolean;
  readonly audit: boolean;
  readonly everyCombination: boolean;
  readonly randomPivots: boolean;
  readonly nestedDifferences: boolean;
  readonly declaredGroups: boolean;
  readonly derivedAnswers: boolean;
  readonly certainty: boolean;
}

export const EVERY_CHECK: EngineChecks = {
  ...ALL_CHECKS,
  ledger: true,
  audit: true,
  everyCombination: true,
  randomPivots: true,
  nestedDifferences: true,
  declaredGroups: true,
  derivedAnswers: true,
  certainty: true,
};
