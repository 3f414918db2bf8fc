export type { AnswerCode, AnswerIssue, Answers, AnswerValue } from './answers.ts';
export { compile } from './compile.ts';
export type { Compiled, Validated } from './compile.ts';
export {
  audienceKinds,
  countUnits,
  definitionSchema,
  definitionText,
  doors,
  kinds,
  maxAnswerBytes,
} from './definition.ts';
export type { AudienceKind, CountUnit, Definition, Door, Kind, Thresholds } from './definition.ts';
export type { RawForm } from './form.ts';
export { LIMITS } from './limits.ts';
export { languages, localised } from './localised.ts';
export type { Lang } from './localised.ts';
export { issuesBeforeOpening } from './opening.ts';
export type { OpeningContext, OpeningIssue } from './opening.ts';
export { parseDefinition } from './parse.ts';
export type { DefinitionIssue, ParsedDefinition } from './parse.ts';
export { bandsOf } from './questions/bands.ts';
export type { Band } from './questions/bands.ts';
export { facets } from './questions/common.ts';
export type { Facet } from './questions/common.ts';
export { rowField } from './questions/fields.ts';
export { questionSchema } from './questions/index.ts';
export type { Question, QuestionKind, QuestionOf } from './questions/index.ts';
export type { ColumnPart, FormEntry } from './questions/type.ts';
export type { Column } from './slots.ts';
export { fromTemplate } from './template/fromTemplate.ts';
export type { FromTemplate, LeftOut } from './template/fromTemplate.ts';
export { templatesFile } from './template/schema.ts';
export type { Template, TemplatesFile } from './template/schema.ts';
export { textSchema } from './wording.ts';
export type { Text } from './wording.ts';
