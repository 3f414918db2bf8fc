import type { z } from 'zod';
import type { AnswerValue, Refuse } from '../answers.ts';

/** The values of each field of a posted form, in the order they came. */
export type FormFields = ReadonlyMap<string, readonly string[]>;
export type FormEntry = [field: string, value: string];

/** Something wrong with a question itself; `check` reports what the schema alone cannot see. */
export type QuestionIssue = { code: string; params?: Record<string, string | number> };

/** Which part of a question a column counts; a question counted as a whole has no part. */
export type ColumnPart = { row: string } | { option: string };
export type ColumnShape = { part?: ColumnPart; options: number };

/** A question made ready once, so that reading, validating and packing an answer only looks things up. */
export type Prepared<Value extends AnswerValue> = {
  /** The raw value a form carries, `undefined` when it carries none. Not validated. */
  read(form: FormFields): unknown;
  /** The form fields that `read` turns back into the value. */
  write(value: Value): FormEntry[];
  /** The canonical value, `undefined` for no answer; everything wrong goes to `refuse`. Never throws. */
  validate(raw: unknown, refuse: Refuse): Value | undefined;
  /** Writes one byte per column from `out[at]` on; the array starts as zeros. */
  pack(value: Value, out: Uint8Array, at: number): void;
};

/** One question type: everything that differs between types, and nothing else does. */
export type QuestionType<Schema extends z.ZodType, Value extends AnswerValue> = {
  schema: Schema;
  check(question: z.output<Schema>): QuestionIssue[];
  /** Names of the form fields the question uses. */
  fields(question: z.output<Schema>): string[];
  /** What is counted; empty for a question whose answers are words. */
  columns(question: z.output<Schema>): ColumnShape[];
  /** Where free words lie within a value: the empty path for a value that is words. */
  words(question: z.output<Schema>): string[][];
  /** Upper bound of the canonical JSON of one value, in bytes. */
  maxBytes(question: z.output<Schema>): number;
  prepare(question: z.output<Schema>): Prepared<Value>;
};
