import { type AnswerIssue, type Answers, isRecord, type Refuse } from './answers.ts';
import type { Definition } from './definition.ts';
import { formReader, type RawForm } from './form.ts';
import { type Question, typeOf } from './questions/index.ts';
import type { FormEntry } from './questions/type.ts';
import { isAsked } from './showIf.ts';
import { ASKED, type Column, columnsOf, type Slot, slotsOf } from './slots.ts';

export type Validated = { ok: true; answers: Answers } | { ok: false; issues: AnswerIssue[] };

export type Compiled = {
  definition: Definition;
  columns: readonly Column[];
  /** Where free words lie in the answers. They have no column. */
  words: readonly Words[];
  /**
   * Canonical answers of untrusted raw ones, or everything wrong with them (at most 100 issues). What was sent for a
   * question that is not asked is dropped, whatever it is. Never throws.
   */
  validate(raw: unknown): Validated;
  /** Raw answers of a posted form's entries; fields that belong to nothing are issues. Never throws. */
  fromForm(entries: Iterable<readonly [string, string]>): RawForm;
  /** Entries of a form that holds these answers. */
  toForm(answers: Answers): FormEntry[];
  /** One byte per column. Takes only what `validate` accepted. */
  pack(answers: Answers): Uint8Array<ArrayBuffer>;
};

/** `path` leads from the answers to words of one question. */
export type Words = { questionId: string; path: readonly string[] };

const MOST_ISSUES = 100;

/** Prepares a parsed definition once, so that every submission after it costs only look-ups. */
export function compile(definition: Definition): Compiled {
  const columns = columnsOf(definition);
  const slots = slotsOf(definition, columns);
  return {
    definition,
    columns,
    words: definition.questions.flatMap(wordsIn),
    validate: validator(slots),
    fromForm: formReader(slots),
    toForm: (answers) => slots.flatMap((slot) => writeForm(slot, answers)),
    pack: packer(slots, columns.length),
  };
}

function wordsIn(question: Question): Words[] {
  return typeOf(question)
    .words(question)
    .map((path) => ({ questionId: question.id, path: [question.id, ...path] }));
}

function validator(slots: readonly Slot[]): Compiled['validate'] {
  const known = new Set(slots.map((slot) => slot.question.id));
  return (raw) => {
    if (!isRecord(raw)) return { ok: false, issues: [{ questionId: '', code: 'wrong-type' }] };
    const issues = unknownQuestions(raw, known);
    const answers: Answers = {};
    for (const { question, prepared } of slots) {
      if (!isAsked(question, answers)) continue;
      const given = Object.hasOwn(raw, question.id) ? raw[question.id] : undefined;
      const value = prepared.validate(given, refuser(question.id, issues));
      if (value !== undefined) answers[question.id] = value;
    }
    return issues.length > 0 ? { ok: false, issues: issues.slice(0, MOST_ISSUES) } : { ok: true, answers };
  };
}

function unknownQuestions(raw: Record<string, unknown>, known: ReadonlySet<string>): AnswerIssue[] {
  const issues: AnswerIssue[] = [];
  for (const key of Object.keys(raw)) {
    if (known.has(key)) continue;
    issues.push({ questionId: key.slice(0, 64), code: 'unknown-question' });
    if (issues.length === MOST_ISSUES) break;
  }
  return issues;
}

function refuser(questionId: string, issues: AnswerIssue[]): Refuse {
  return (code, detail) => {
    issues.push({ questionId, code, ...detail });
    return undefined;
  };
}

function writeForm({ question, prepared }: Slot, answers: Answers): FormEntry[] {
  const value = answers[question.id];
  return value === undefined ? [] : prepared.write(value);
}

function packer(slots: readonly Slot[], length: number): Compiled['pack'] {
  const counted = slots.filter((slot) => slot.at >= 0);
  return (answers) => {
    const out = new Uint8Array(length);
    for (const { question, at, askedAt, prepared } of counted) {
      if (askedAt >= 0) out[askedAt] = isAsked(question, answers) ? ASKED : 0;
      const value = answers[question.id];
      if (value !== undefined) prepared.pack(value, out, at);
    }
    return out;
  };
}
