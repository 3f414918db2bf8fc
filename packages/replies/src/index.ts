export { suggestionsFor, type Grouped, type Suggestion } from './alike.ts';
export { nextRow, verifyReplies, type ReplyRow, type VerifiedReplies } from './chain.ts';
export {
  checkVerdicts,
  commitmentCheck,
  commitmentMark,
  isKept,
  issuesOfCheck,
  issuesOfMark,
  marksThatStand,
  type CheckVerdict,
  type Commitment,
  type CommitmentCheck,
  type CommitmentMark,
} from './commitment.ts';
export {
  counterOf,
  gapsOf,
  type Contributions,
  type Counter,
  type Covered,
  type Gap,
  type GapCode,
} from './coverage.ts';
export {
  changesText,
  issueOfClause,
  issuesOfProposal,
  needsExplanation,
  proposalSchema,
  resolutions,
  type Beside,
  type Proposal,
  type ProposalIssue,
  type Resolution,
} from './proposal.ts';
export {
  goesFrom,
  isOwn,
  replyAct,
  replyStates,
  standingOf,
  type ReplyAct,
  type ReplyActKind,
  type ReplyStanding,
  type ReplyState,
  type Step,
} from './steps.ts';
export { issueOfWords, leastExplained, type WordsIssue } from './words.ts';
