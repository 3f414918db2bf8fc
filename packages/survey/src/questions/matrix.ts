import { z } from 'zod';
import { isRecord, type Refuse } from '../answers.ts';
import { LIMITS } from '../limits.ts';
import { duplicateIds, longestId, positionsOf, readOne } from './choice.ts';
import { commonFields, itemFields, optionFields, optionsOf, scoreSchema } from './common.ts';
import { rowField } from './fields.ts';
import type { FormFields, Prepared, QuestionType } from './type.ts';

const schema = z.strictObject({
  ...commonFields,
  type: z.literal('matrix'),
  options: optionsOf(z.strictObject({ ...optionFields, score: scoreSchema.exactOptional() })),
  rows: z.array(z.strictObject(itemFields)).min(1).max(LIMITS.rows),
  /** The rows of the template are examples, to be rewritten for the matter at hand. */
  editableRows: z.boolean().exactOptional(),
});
type Matrix = z.output<typeof schema>;

/** One option for each row. A required matrix asks for every row; another may be answered in part. */
export const matrix: QuestionType<typeof schema, Record<string, string>> = {
  schema,
  check: (question) => [
    ...duplicateIds(question.options, 'duplicate-option'),
    ...duplicateIds(question.rows, 'duplicate-row'),
  ],
  fields: (question) => question.rows.map((row) => rowField(question.id, row.id)),
  columns: (question) => question.rows.map((row) => ({ part: { row: row.id }, options: question.options.length })),
  words: () => [],
  maxBytes(question) {
    const option = longestId(question.options);
    return question.rows.reduce((bytes, row) => bytes + row.id.length + 4 + option, 2);
  },
  prepare,
};

function prepare(question: Matrix): Prepared<Record<string, string>> {
  const { id, rows } = question;
  const positions = positionsOf(question.options);
  return {
    read: (form) => readRows(question, form),
    write: (value) => Object.entries(value).map(([row, option]) => [rowField(id, row), option]),
    validate: validator(question, positions),
    pack(value, out, at) {
      rows.forEach((row, offset) => (out[at + offset] = (positions.get(value[row.id] ?? '') ?? -1) + 1));
    },
  };
}

function readRows({ id, rows }: Matrix, form: FormFields): unknown {
  const read = rows.map((row) => [row.id, readOne(form, rowField(id, row.id))] as const);
  const given = read.filter(([, option]) => option !== undefined);
  return given.length > 0 ? Object.fromEntries(given) : undefined;
}

function validator({ required, rows }: Matrix, positions: ReadonlyMap<string, number>) {
  const known = new Set(rows.map((row) => row.id));

  const validateRow = (rowId: string, raw: unknown, refuse: Refuse) => {
    if (raw === undefined) return required ? refuse('required', { rowId }) : undefined;
    if (typeof raw !== 'string') return refuse('wrong-type', { rowId });
    return positions.has(raw) ? raw : refuse('unknown-option', { rowId });
  };

  return (raw: unknown, refuse: Refuse) => {
    if (raw !== undefined && !isRecord(raw)) return refuse('wrong-type');
    const given = raw ?? {};
    if (Object.keys(given).some((row) => !known.has(row))) return refuse('unknown-row');
    const value: Record<string, string> = {};
    let answered = false;
    for (const { id } of rows) {
      const option = validateRow(id, Object.hasOwn(given, id) ? given[id] : undefined, refuse);
      if (option === undefined) continue;
      value[id] = option;
      answered = true;
    }
    return answered ? value : undefined;
  };
}
