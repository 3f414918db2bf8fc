import type { AnswerIssue } from './answers.ts';
import { typeOf } from './questions/index.ts';
import type { Slot } from './slots.ts';

/** What a form carried: raw answers for `validate`, and the fields that belong to no question. */
export type RawForm = { raw: Record<string, unknown>; issues: AnswerIssue[] };

const RESERVED = new Set(['nonce', 'lang', 'code', 'problem', 'as-is']);
const MOST_ISSUES = 100;

/** Reads entries into raw answers: `q1`, repeated `q2`, `q3.r1`. Fields like `nonce` are the server's own. */
export function formReader(slots: readonly Slot[]): (entries: Iterable<readonly [string, string]>) => RawForm {
  const known = new Set(slots.flatMap(({ question }) => typeOf(question).fields(question)));
  return (entries) => {
    const { form, issues } = gather(entries, known);
    const raw: Record<string, unknown> = {};
    for (const { question, prepared } of slots) {
      const value = prepared.read(form);
      if (value !== undefined) raw[question.id] = value;
    }
    return { raw, issues };
  };
}

/** Groups values by field. A map has no prototype to pollute, and names nobody knows never become keys. */
function gather(entries: Iterable<readonly [string, string]>, known: ReadonlySet<string>) {
  const form = new Map<string, string[]>();
  const issues: AnswerIssue[] = [];
  for (const [field, value] of entries) {
    const values = form.get(field);
    if (values) values.push(value);
    else if (known.has(field)) form.set(field, [value]);
    else if (!RESERVED.has(field) && issues.length < MOST_ISSUES) issues.push(unknownField(field));
  }
  return { form, issues };
}

function unknownField(field: string): AnswerIssue {
  return { questionId: '', code: 'unknown-field', params: { field: field.slice(0, 64) } };
}
