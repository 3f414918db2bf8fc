import { isMessageKey, t } from '@danban/i18n';
import type { Lang } from '@danban/i18n';
import type { PublicSurveyView } from '@danban/contract';
import { localised } from '@danban/survey';
import type { AnswerIssue, Definition, Question, QuestionKind, QuestionOf, Telling, Text } from '@danban/survey';

/** What a respondent sent that was not accepted: raw answers to fill in again and what is wrong with them. */
export interface Attempt {
  raw: Record<string, unknown>;
  issues: AnswerIssue[];
  /** Where the survey is entered by the code of a slip. */
  code?: TypedCode;
  /** The answers may be right, but they could not be taken now: the survey is interrupted, or the server was busy. */
  refused?: 'interrupted' | 'unavailable';
  /** Nothing is wrong, but its writer is to look at these words before it goes. */
  telling?: Telling[];
}

/** A code as it was typed, and what is wrong with it. */
export interface TypedCode {
  text: string;
  issue?: { code: string; params?: Record<string, string | number> | undefined };
}

/** Names that are no people's: the body and the unit that ask. */
export const namesAround = ({ body, unit }: { body: string; unit: string | null }): string[] => [body, unit ?? ''];

/** Where what cannot wait is written; undefined where it would reach nobody. */
export function urgentHref(
  { slug, urgent }: Pick<PublicSurveyView, 'slug' | 'urgent'>,
  lang: Lang,
): string | undefined {
  return urgent ? `/s/${slug}/khan${lang === 'en' ? '?lang=en' : ''}` : undefined;
}

/** Whether its page shows whom to call: children are near, or the organizer wants it. */
export function showsNumbers({ audienceKind, urgent }: Pick<Definition, 'audienceKind' | 'urgent'>): boolean {
  return urgent === true || ['parent', 'student'].includes(audienceKind);
}

/** A question as it stands on the page: its place, the answer given before, what is wrong with that answer. */
export interface Shown<Q extends Question> {
  question: Q;
  number: number;
  total: number;
  /** Of whom it is asked, where that depends on an earlier question. */
  onlyIf: { number: number; options: Text[] } | null;
  given: unknown;
  issues: AnswerIssue[];
  telling: Telling[];
}

/** Every question in its place, with what the attempt, if there was one, says about it. */
export function shownQuestions(questions: readonly Question[], attempt: Attempt | null): Shown<Question>[] {
  return questions.map((question, at) => ({
    question,
    number: at + 1,
    total: questions.length,
    onlyIf: conditionOf(question, questions),
    given: attempt?.raw[question.id],
    issues: attempt?.issues.filter((issue) => issue.questionId === question.id) ?? [],
    telling: attempt?.telling?.filter(({ field }) => field.split('.')[0] === question.id) ?? [],
  }));
}

function conditionOf({ showIf }: Question, questions: readonly Question[]): Shown<Question>['onlyIf'] {
  const at = questions.findIndex((question) => question.id === showIf?.question);
  const before = questions[at];
  if (!showIf || !before || !('options' in before)) return null;
  const options = before.options.filter((option) => showIf.anyOf.includes(option.id)).map((option) => option.text);
  return { number: at + 1, options };
}

/** The condition as an instruction, for a page without scripts and for paper. */
export function onlyIfSentence({ onlyIf }: Shown<Question>, lang: Lang): string {
  if (!onlyIf) return '';
  const said = onlyIf.options.map((text) => `“${localised(text, lang)}”`);
  const options = new Intl.ListFormat(lang, { type: 'disjunction' }).format(said);
  return t(lang, 'answering.onlyIf', { number: onlyIf.number, options });
}

export function isOf<Kind extends QuestionKind>(shown: Shown<Question>, kind: Kind): shown is Shown<QuestionOf<Kind>> {
  return shown.question.type === kind;
}

/** The sentence for an issue; a code without a sentence still says that something is wrong. */
export function sentenceOf(issue: AnswerIssue, lang: Lang): string {
  const key = `issue.${issue.code}`;
  return t(lang, isMessageKey(key) ? key : 'issue.wrong-type', issue.params);
}

export function codeSentence({ code, params }: NonNullable<TypedCode['issue']>, lang: Lang): string {
  const key = `issue.${code}`;
  return t(lang, isMessageKey(key) ? key : 'issue.code-unknown', params);
}

/** Ids of the condition, the help, the error and the caution of a question, for `aria-describedby`. */
export function describedBy({ question, onlyIf, issues, telling }: Shown<Question>, hint: string): string | undefined {
  const ids = [];
  if (onlyIf) ids.push(`${question.id}-only-if`);
  if (question.help || hint) ids.push(`${question.id}-help`);
  if (issues.some((issue) => issue.rowId === undefined)) ids.push(`${question.id}-error`);
  if (telling.some(({ field }) => field === question.id)) ids.push(`${question.id}-told`);
  return ids.length > 0 ? ids.join(' ') : undefined;
}

export function rowsGiven(given: unknown): Record<string, unknown> {
  return typeof given === 'object' && given !== null ? (given as Record<string, unknown>) : {};
}

/** What was typed comes back as it was; a number that was understood is written as the language writes it. */
export function numberGiven(given: unknown, lang: Lang): string | undefined {
  if (typeof given === 'number') return String(given).replace('.', lang === 'vi' ? ',' : '.');
  return typeof given === 'string' ? given : undefined;
}

/** One line of the error summary: where it leads and what it says. */
export interface SummaryLine {
  target: string;
  sentence: string;
}

/** Everything that is wrong with an attempt, the code of its slip first. */
export function summaryOf(questions: readonly Question[], attempt: Attempt | null, lang: Lang): SummaryLine[] {
  const issue = attempt?.code?.issue;
  const ofCode = issue
    ? [{ target: 'code-1', sentence: `${t(lang, 'answering.code')}: ${codeSentence(issue, lang)}` }]
    : [];
  return [...ofCode, ...summaryLines(shownQuestions(questions, attempt), lang)];
}

/** One line for each issue; rows of one matrix that miss their answer share a line, which leads to the first of them. */
function summaryLines(shown: readonly Shown<Question>[], lang: Lang): SummaryLine[] {
  return shown.flatMap((one) => {
    const missing = one.issues.filter(isMissingRow);
    const others = missing.length > 1 ? one.issues.filter((issue) => !isMissingRow(issue)) : one.issues;
    const lines = others.map((issue) => lineFor(one, issue, lang));
    return missing.length > 1 ? [lineForRows(one, missing, lang), ...lines] : lines;
  });
}

const isMissingRow = ({ code, rowId }: AnswerIssue): boolean => code === 'required' && rowId !== undefined;

function lineForRows({ question, number, total }: Shown<Question>, missing: AnswerIssue[], lang: Lang): SummaryLine {
  const place = t(lang, 'answering.number', { number, total });
  return {
    target: `${question.id}.${missing[0]?.rowId}-1`,
    sentence: `${place}: ${t(lang, 'answering.rowsMissing', { count: missing.length })}`,
  };
}

function lineFor({ question, number, total }: Shown<Question>, issue: AnswerIssue, lang: Lang): SummaryLine {
  const place = t(lang, 'answering.number', { number, total });
  const row = rowText(question, issue.rowId, lang);
  return {
    target: issue.rowId === undefined ? `${question.id}-1` : `${question.id}.${issue.rowId}-1`,
    sentence: `${row ? `${place}, ${row}` : place}: ${sentenceOf(issue, lang)}`,
  };
}

/** What a row is called: of a matrix its words, of a ranking the option's, of a stance "comment". */
function rowText(question: Question, rowId: string | undefined, lang: Lang): string | undefined {
  if (question.type === 'stance' && rowId === 'comment') return t(lang, 'answering.comment');
  const rows = question.type === 'matrix' ? question.rows : question.type === 'rank' ? question.options : [];
  const row = rows.find((one) => one.id === rowId);
  return row && localised(row.text, lang);
}
