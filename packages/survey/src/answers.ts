/**
 * Canonical answers: an option id (single, scale), option ids in the order of the definition (multi),
 * row id → option id (matrix), option id → place (rank), choice and comment (stance), a number, or cleaned text.
 * A question that was not answered, or not asked, is absent.
 */
export type Answers = Record<string, AnswerValue>;
export type AnswerValue = string | number | string[] | Record<string, string> | Record<string, number>;

export type AnswerCode =
  | 'required'
  | 'wrong-type'
  | 'unknown-question'
  | 'unknown-field'
  | 'unknown-option'
  | 'unknown-row'
  | 'duplicate-option'
  | 'too-many-choices'
  | 'exclusive-option'
  | 'duplicate-place'
  | 'places-missing'
  | 'too-long'
  | 'not-a-number'
  | 'out-of-range'
  | 'off-step';

/** One refusal, to be shown beside its question. `questionId` is empty when the answers as a whole are refused. */
export type AnswerIssue = {
  questionId: string;
  /** The row it belongs to, as `rowField` names rows. */
  rowId?: string;
  code: AnswerCode;
  params?: Record<string, string | number>;
};

/** Takes note of an issue of the question at hand and answers `undefined`, the value of a refused answer. */
export type Refuse = (code: AnswerCode, detail?: Pick<AnswerIssue, 'rowId' | 'params'>) => undefined;

/** Whether a value is an object with keys, as JSON writes it: not null, not an array. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
