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
