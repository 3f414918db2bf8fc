import type { z } from 'zod';
import { isRecord } from './answers.ts';
import { type Definition, definitionSchema, maxAnswerBytes } from './definition.ts';
import { LIMITS } from './limits.ts';
import { duplicateIds } from './questions/choice.ts';
import { type Question, typeOf } from './questions/index.ts';
import { columnsOf } from './slots.ts';

/** Something wrong with a definition. `path` leads to the place, as in JSON Pointer without the slashes. */
export type DefinitionIssue = {
  code: string;
  path: (string | number)[];
  questionId?: string;
  params?: Record<string, string | number>;
};
export type ParsedDefinition = { ok: true; definition: Definition } | { ok: false; issues: DefinitionIssue[] };

const MOST_ISSUES = 50;

/**
 * Reads a definition from anything: sizes first, then shape, then what only shows between parts. Texts come out
 * cleaned and trimmed. Never throws; at most 50 issues.
 */
export function parseDefinition(input: unknown): ParsedDefinition {
  const oversized = sizeIssues(input);
  if (oversized.length > 0) return refuse(oversized);
  const parsed = definitionSchema.safeParse(input, { reportInput: true });
  if (!parsed.success) return refuse(parsed.error.issues.map((issue) => fromZod(issue, input)));
  const issues = semanticIssues(parsed.data);
  return issues.length > 0 ? refuse(issues) : { ok: true, definition: parsed.data };
}

function refuse(issues: DefinitionIssue[]): ParsedDefinition {
  return { ok: false, issues: issues.slice(0, MOST_ISSUES) };
}

/** Too many questions, options or rows, found by looking at lengths only, before anything is walked through. */
function sizeIssues(input: unknown): DefinitionIssue[] {
  const questions = isRecord(input) ? input['questions'] : undefined;
  if (!Array.isArray(questions)) return [];
  if (questions.length > LIMITS.questions) return [tooMany(['questions'], LIMITS.questions)];
  return questions.flatMap((question: unknown, at) => [
    ...listIssue(question, at, 'options', LIMITS.options),
    ...listIssue(question, at, 'rows', LIMITS.rows),
  ]);
}

function listIssue(question: unknown, at: number, list: 'options' | 'rows', most: number): DefinitionIssue[] {
  const items = isRecord(question) ? question[list] : undefined;
  if (!Array.isArray(items) || items.length <= most) return [];
  return [{ ...tooMany(['questions', at, list], most), ...named(question) }];
}

function tooMany(path: (string | number)[], most: number): DefinitionIssue {
  return { code: `too-many-${path.at(-1)}`, path, params: { most } };
}

function named(question: unknown): { questionId?: string } {
  const id = isRecord(question) ? question['id'] : undefined;
  return typeof id === 'string' ? { questionId: id.slice(0, 64) } : {};
}

function semanticIssues(definition: Definition): DefinitionIssue[] {
  const { questions } = definition;
  const issues = [...ruleIssues(definition), ...wholeIssues(questions), ...questions.flatMap(questionIssues)];
  if (issues.length > 0) return issues;
  if (columnsOf(definition).length > LIMITS.columns) return [tooMany(['questions', 'columns'], LIMITS.columns)];
  if (maxAnswerBytes({ questions }) <= LIMITS.answerBytes) return [];
  return [{ code: 'answers-too-large', path: ['questions'], params: { most: LIMITS.answerBytes } }];
}

/** A promise that nothing would keep is not made. */
function ruleIssues({ kind, rules }: Definition): DefinitionIssue[] {
  const idle = rules?.subjectCannotOrganise === true && kind !== 'evaluation';
  return idle ? [{ code: 'rule-only-for-evaluation', path: ['rules', 'subjectCannotOrganise'] }] : [];
}

function wholeIssues(questions: Question[]): DefinitionIssue[] {
  const duplicates = duplicateIds(questions, 'duplicate-question');
  const headlines = questions.filter((question) => question.headline);
  const issues = headlines.length > 1 ? [...duplicates, { code: 'several-headlines' }] : duplicates;
  return issues.map((issue) => ({ ...issue, path: ['questions'] }));
}

function questionIssues(question: Question, at: number): DefinitionIssue[] {
  const issues = typeOf(question).check(question);
  const misplaced = question.dimension && question.type !== 'single' ? [{ code: 'dimension-not-single' }] : [];
  return [...issues, ...misplaced].map((issue) => ({ ...issue, path: ['questions', at], questionId: question.id }));
}

const CODES: Partial<Record<z.core.$ZodIssue['code'], string>> = {
  invalid_type: 'wrong-type',
  too_big: 'too-large',
  too_small: 'too-small',
  unrecognized_keys: 'unknown-key',
  invalid_format: 'bad-format',
  invalid_value: 'not-allowed',
  invalid_union: 'unknown-question-type',
};

function fromZod(issue: z.core.$ZodIssue, input: unknown): DefinitionIssue {
  const path = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step));
  return { code: codeOf(issue), path, ...questionAt(path, input), ...paramsOf(issue) };
}

function codeOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'custom') return String(issue.params?.['code'] ?? 'not-allowed');
  if (issue.code === 'invalid_type' && issue.input === undefined) return 'missing';
  return CODES[issue.code] ?? 'not-allowed';
}

function paramsOf(issue: z.core.$ZodIssue): Pick<DefinitionIssue, 'params'> {
  if (issue.code === 'too_big') return { params: { most: Number(issue.maximum) } };
  if (issue.code === 'too_small') return { params: { least: Number(issue.minimum) } };
  if (issue.code === 'unrecognized_keys') return { params: { key: (issue.keys[0] ?? '').slice(0, 64) } };
  return {};
}

function questionAt([list, at]: (string | number)[], input: unknown): { questionId?: string } {
  if (list !== 'questions' || typeof at !== 'number' || !isRecord(input)) return {};
  return named((input['questions'] as unknown[])[at]);
}
