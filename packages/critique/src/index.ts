export { emptyOpinion, linesIn, opinionDraft, type DraftPoint, type OpinionDraft } from './draft.ts';
export { issuesOfOpinion, type OpinionBeside, type OpinionIssue } from './issues.ts';
export {
  draftOf,
  officialOpinion,
  opinionOf,
  type ClauseNamed,
  type OfficialOpinion,
  type OpinionContext,
  type OpinionPoint,
} from './opinion.ts';
export { opinionParts, saidIn, type OpinionPart, type SaidPoint } from './said.ts';
export {
  issuesOfVerdict,
  leastReason,
  pointVerdict,
  verdictGiven,
  verdictOf,
  type PointVerdict,
  type VerdictGiven,
  type VerdictIssue,
} from './verdict.ts';
export {
  criteria,
  lineOf,
  opinionForms,
  opinionLimits,
  organisationKinds,
  overallStances,
  verdicts,
  wordsOf,
  type Criterion,
  type OpinionForm,
  type OrganisationKind,
  type OverallStance,
  type Verdict,
} from './words.ts';
