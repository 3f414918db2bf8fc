import { type AnswerIssue, type Answers, type AnswerValue, isRecord, type Refuse } from './answers.ts';
import type { Definition } from './definition.ts';
import { type RawForm, formReader } from './form.ts';
import { type Question, typeOf } from './questions/index.ts';
import type { ColumnPart, FormEntry, Prepared } from './questions/type.ts';

/**
 * One thing that is counted, one byte of the packed answers: 0 = no answer, 1…options = the category.
 * Multi has a column per option: 0 = question not answered, 1 = chosen, 2 = not chosen.
 */
export type Column = {
  index: number;
  questionId: string;
  part?: ColumnPart;
  /** Categories without "no answer". */
  options: number;
  /** Held to the sensitive threshold: the question says so, or heads are judged, or minors answer. */
  sensitive: boolean;
};

export type Validated = { ok: true; answers: Answers } | { ok: false; issues: AnswerIssue[] };

export type Compiled = {
  definition: Definition;
  columns: readonly Column[];
  /** Ids of the text questions, which have no column. */
  texts: readonly string[];
  /** Canonical answers of untrusted raw ones, or everything wrong with them (at most 100 issues). Never throws. */
  validate(raw: unknown): Validated;
  /** Raw answers of a posted form's entries; fields that belong to nothing are issues. Never throws. */
  fromForm(entries: Iterable<readonly [string, string]>): RawForm;
  /** Entries of a form that holds these answers. */
  toForm(answers: Answers): FormEntry[];
  /** One byte per column. Takes only what `validate` accepted. */
  pack(answers: Answers): Uint8Array<ArrayBuffer>;
};

/** A question with its place among the columns. */
export type Slot = { question: Question; at: number; prepared: Prepared<AnswerValue> };

const MOST_ISSUES = 100;

/** Prepares a parsed definition once, so that every submission after it costs only look-ups. */
export function compile(definition: Definition): Compiled {
  const columns = columnsOf(definition);
  const slots = slotsOf(definition, columns);
  return {
    definition,
    columns,
    texts: definition.questions.filter((question) => question.type === 'text').map((question) => question.id),
    validate: validator(slots),
    fromForm: formReader(slots),
    toForm: (answers) => slots.flatMap((slot) => writeForm(slot, answers)),
    pack: packer(slots, columns.length),
  };
}

function columnsOf(definition: Definition): Column[] {
  const guarded = definition.kind === 'evaluation' || definition.audienceKind === 'student';
  const shapes = definition.questions.flatMap((question) =>
    typeOf(question)
      .columns(question)
      .map((shape) => ({ questionId: question.id, ...shape, sensitive: guarded || question.sensitive === true })),
  );
  return shapes.map((shape, index) => ({ index, ...shape }));
}

function slotsOf({ questions }: Definition, columns: readonly Column[]): Slot[] {
  return questions.map((question) => ({
    question,
    at: columns.findIndex((column) => column.questionId === question.id),
    prepared: typeOf(question).prepare(question),
  }));
}

function validator(slots: readonly Slot[]): Compiled['validate'] {
  const known = new Set(slots.map((slot) => slot.question.id));
  return (raw) => {
    if (!isRecord(raw)) return { ok: false, issues: [{ questionId: '', code: 'wrong-type' }] };
    const issues = unknownQuestions(raw, known);
    const answers: Answers = {};
    for (const { question, prepared } of slots) {
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
    for (const { question, at, prepared } of counted) {
      const value = answers[question.id];
      if (value !== undefined) prepared.pack(value, out, at);
    }
    return out;
  };
}
