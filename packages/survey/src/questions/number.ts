import { z } from 'zod';
import type { Refuse } from '../answers.ts';
import { LIMITS } from '../limits.ts';
import { textSchema } from '../wording.ts';
import { bandOf, bandsOf, tidy } from './bands.ts';
import { readOne } from './choice.ts';
import { commonFields } from './common.ts';
import type { FormFields, Prepared, QuestionIssue, QuestionType } from './type.ts';

const bound = z.number().min(-1e9).max(1e9);
const schema = z.strictObject({
  ...commonFields,
  type: z.literal('number'),
  min: bound,
  max: bound,
  /** Distance between allowed values, counted from `min`; whole numbers when absent. */
  step: z.number().min(0.01).max(1e9).exactOptional(),
  unit: textSchema.exactOptional(),
  /** Lower edges of the released bands, the first equal to `min`. */
  bands: z.array(bound).min(1).max(LIMITS.bands).exactOptional(),
});
type NumberQuestion = z.output<typeof schema>;

/** A number between bounds. Stored exactly, counted only in bands, so that no single figure points at someone. */
export const number: QuestionType<typeof schema, number> = {
  schema,
  check,
  fields: (question) => [question.id],
  columns: (question) => [{ options: bandsOf(question).length }],
  words: () => [],
  maxBytes: () => 24,
  prepare,
};

function check({ min, max, bands }: NumberQuestion): QuestionIssue[] {
  if (min >= max) return [{ code: 'min-not-below-max' }];
  if (!bands) return [];
  const ascending = bands.every((edge, at) => at === 0 || edge > (bands[at - 1] ?? edge));
  const inside = bands[0] === min && bands.every((edge) => edge < max);
  return ascending && inside ? [] : [{ code: 'bands-not-ascending' }];
}

function prepare(question: NumberQuestion): Prepared<number> {
  const { id, min, max, required, step = 1 } = question;
  const edges = bandsOf(question).map((band) => band.from);
  return {
    read: (form) => readNumber(form, id),
    write: (value) => [[id, String(value)]],
    validate(raw, refuse) {
      if (raw === undefined) return required ? refuse('required') : undefined;
      if (typeof raw === 'string') return refuse('not-a-number');
      if (typeof raw !== 'number') return refuse('wrong-type');
      return withinRange(raw, { min, max, step }, refuse);
    },
    pack(value, out, at) {
      out[at] = bandOf(edges, value) + 1;
    },
  };
}

function withinRange(raw: number, { min, max, step }: { min: number; max: number; step: number }, refuse: Refuse) {
  if (!Number.isFinite(raw)) return refuse('not-a-number');
  if (raw < min || raw > max) return refuse('out-of-range', { params: { min, max } });
  // Onto the grid, so that 0.1 + 0.2 and 0.3, or −0 and 0, are one answer and one JSON text.
  const nearest = tidy(min + Math.round((raw - min) / step) * step);
  const near = Math.abs(nearest - raw) <= 1e-12 * Math.max(1, Math.abs(raw));
  return near ? nearest : refuse('off-step', { params: { step } });
}

/** Vietnamese writes the decimal sign as a comma. What is no number stays a string, which validation refuses. */
function readNumber(form: FormFields, field: string): unknown {
  const raw = readOne(form, field);
  if (typeof raw !== 'string') return raw;
  const typed = raw.trim();
  if (typed === '') return undefined;
  return /^[+-]?\d{1,15}(?:[.,]\d{1,9})?$/.test(typed) ? Number(typed.replace(',', '.')) : raw;
}
