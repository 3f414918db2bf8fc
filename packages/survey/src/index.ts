export type { AnswerCode, AnswerIssue, Answers, AnswerValue } from './answers.ts';
export { blankDefinition } from './blank.ts';
export { compile } from './compile.ts';
export type { Compiled, Validated, Words } from './compile.ts';
export {
  audienceKinds,
  countUnits,
  definitionSchema,
  definitionText,
  doors,
  entersByCode,
  kinds,
  maxAnswerBytes,
} from './definition.ts';
export type { AudienceKind, CountUnit, Definition, Door, Kind, Thresholds } from './definition.ts';
export { followUpOf, HEARD, isHeard } from './followUp.ts';
export type { RawForm } from './form.ts';
export { citationOf, cite, documentOf } from './legal/cite.ts';
export type { LegalBasis } from './legal/cite.ts';
export { legalRegisterFile } from './legal/register.ts';
export type { LegalDocument } from './legal/register.ts';
export { LIMITS } from './limits.ts';
export { languages, localised } from './localised.ts';
export type { Lang } from './localised.ts';
export { mayDecide } from './opening/conditions.ts';
export type { OpeningIssue } from './opening/issue.ts';
export { issuesBeforeOpening } from './opening/issues.ts';
export type { OpeningContext, UrgentWay } from './opening/issues.ts';
export { givenItem } from './givenWords.ts';
export type { Beginning } from './opening/english.ts';
export { freeId } from './freshIds.ts';
export { merge } from './merge.ts';
export type { Clash, Merged } from './merge.ts';
export { newQuestion } from './newQuestion.ts';
export { notYetPossible } from './opening/notYet.ts';
export { leastSharing, openingText } from './openingRecord.ts';
export type { FrozenStratum, OpeningRecord } from './openingRecord.ts';
export { placesOfIssue } from './opening/place.ts';
export { placeHoldersOf } from './opening/template.ts';
export { parseDefinition } from './parse.ts';
export type { DefinitionIssue, ParsedDefinition } from './parse.ts';
export { criteriaOf, crossedOf, INTERIM_DAYS, mayBreakDown } from './plan.ts';
export type { Plan } from './plan.ts';
export { bandsOf } from './questions/bands.ts';
export type { Band } from './questions/bands.ts';
export { rowField } from './questions/fields.ts';
export { questionSchema, takesWords } from './questions/index.ts';
export type { Question, QuestionKind, QuestionOf } from './questions/index.ts';
export { placesOf } from './questions/rank.ts';
export type { ColumnPart, FormEntry } from './questions/type.ts';
export { criteria, facets, stages, stances } from './questions/vocabulary.ts';
export type { Facet } from './questions/vocabulary.ts';
export { stepsAmong } from './revisions.ts';
export type { Revision, Steps } from './revisions.ts';
export { isAsked } from './showIf.ts';
export type { ShowIf } from './showIf.ts';
export { isAskedColumn } from './slots.ts';
export type { Column } from './slots.ts';
export { asksForNames, tellingIn } from './telling.ts';
export type { Telling } from './telling.ts';
export { fromTemplate } from './template/fromTemplate.ts';
export { templateSchema, templatesFile } from './template/schema.ts';
export type { Template, TemplatesFile } from './template/schema.ts';
export { textSchema } from './wording.ts';
export type { Text } from './wording.ts';
