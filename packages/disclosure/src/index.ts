export { mean, type Mean } from './mean.ts';
export { participation, type Participation, type Turnout } from './participation.ts';
export { POLICY, raiseOnly, type ThresholdIssue, type Thresholds } from './policy.ts';
export { withPseudoTeams, type TreeWithPseudoTeams } from './pseudo-teams.ts';
export { allOrNone, amongAsked, whereExact } from './routed.ts';
export { protectTable, type BandCell, type ExactCell, type ProtectedCell, type Table } from './table.ts';
export { publishTotals } from './totals.ts';
export { subtreeTotals, validateTree, type TreeIssue, type UnitTree } from './tree.ts';
