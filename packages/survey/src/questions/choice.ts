import type { FormFields, Prepared, QuestionIssue } from './type.ts';

type Item = { id: string };
type List = { options: readonly Item[]; maxChoices?: number; optionsFrom?: string };
type Choice = { id: string; required: boolean; options: readonly Item[] };

/** Position of each id, counted from 0. */
export function positionsOf(items: readonly Item[]): ReadonlyMap<string, number> {
  return new Map(items.map((item, position) => [item.id, position]));
}

/** The issue of ids that stand twice, if any do. */
export function duplicateIds(items: readonly Item[], code: string): QuestionIssue[] {
  const seen = new Set<string>();
  const twice = items.find((item) => seen.size === seen.add(item.id).size);
  return twice ? [{ code, params: { id: twice.id } }] : [];
}

/** The issue of more choices than there are options. Candidates are entered later, and counted before opening. */
export function moreThanOptions(question: List): QuestionIssue[] {
  const tooMany = question.optionsFrom === undefined && (question.maxChoices ?? 0) > question.options.length;
  return tooMany ? [{ code: 'max-choices-above-options' }] : [];
}

/** The value of a field that should come once. A repeated one stays a list, which validation refuses. */
export function readOne(form: FormFields, field: string): unknown {
  const values = form.get(field)?.filter((value) => value !== '') ?? [];
  return values.length > 1 ? values : values[0];
}

/** Bytes of the longest id as a JSON string; ids are ASCII without escapes. */
export function longestId(items: readonly Item[]): number {
  return 2 + Math.max(...items.map((item) => item.id.length));
}

/** One option out of several: what single and scale share. Packs as position + 1. */
export function prepareChoice(question: Choice): Prepared<string> {
  const positions = positionsOf(question.options);
  return {
    read: (form) => readOne(form, question.id),
    write: (value) => [[question.id, value]],
    validate(raw, refuse) {
      if (raw === undefined) return question.required ? refuse('required') : undefined;
      if (typeof raw !== 'string') return refuse('wrong-type');
      return positions.has(raw) ? raw : refuse('unknown-option');
    },
    pack(value, out, at) {
      out[at] = (positions.get(value) ?? -1) + 1;
    },
  };
}
