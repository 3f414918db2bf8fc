import { canonicalJson } from '@danban/bytes';
import type { Definition } from '../definition.ts';
import type { Question } from '../questions/index.ts';
import { error, type OpeningIssue, warning } from './issue.ts';

type Template = Pick<Definition, 'questions'>;

/**
 * What a template could only hold the place of and nobody has filled in. `template` holds its questions; null where the
 * instrument began as something else.
 */
export function unfilledIssues(definition: Definition, template: Template | null): OpeningIssue[] {
  const bases = definition.legalBases.some((base) => base.certainty === 'configurable');
  return [
    ...definition.questions.flatMap((question) => unfilledIn(question, twinOf(question, template))),
    ...(bases ? [warning('legal-basis-to-fill')] : []),
  ];
}

function twinOf({ id, type }: Question, template: Template | null): Question | undefined {
  return template?.questions.find((question) => question.id === id && question.type === type);
}

function unfilledIn(question: Question, twin: Question | undefined): OpeningIssue[] {
  const detail = { questionId: question.id };
  if ('optionsFrom' in question) return candidateIssues(question, twin);
  if (!('editableRows' in question) || !question.editableRows) return [];
  const same = twin !== undefined && 'rows' in twin && canonicalJson(twin.rows) === canonicalJson(question.rows);
  return same ? [warning('rows-as-in-template', detail)] : [];
}

type List = Extract<Question, { optionsFrom?: unknown }>;

/** Candidates are typed by the organizer: at least two, none of them the place-holder, as many as may be chosen. */
function candidateIssues(question: List, twin: Question | undefined): OpeningIssue[] {
  const { id: questionId, options } = question;
  const placeHolders = twin && 'options' in twin ? twin.options.map((option) => canonicalJson(option)) : [];
  const entered = options.filter((option) => !placeHolders.includes(canonicalJson(option)));
  if (options.length < 2 || entered.length < options.length) return [error('candidates-not-entered', { questionId })];
  const most = 'maxChoices' in question ? (question.maxChoices ?? 0) : 0;
  return most > options.length
    ? [error('fewer-candidates-than-choices', { questionId, params: { most, candidates: options.length } })]
    : [];
}

/** The part of a template that is compared: its questions with place-holders in them. */
export function placeHoldersOf({ questions }: Template): Template {
  return { questions: questions.filter((question) => 'optionsFrom' in question || 'editableRows' in question) };
}
