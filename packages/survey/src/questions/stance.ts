import { z } from 'zod';
import { isRecord, type Refuse } from '../answers.ts';
import { LIMITS } from '../limits.ts';
import { duplicateIds, longestId, positionsOf, readOne } from './choice.ts';
import { commonFields, itemFields } from './common.ts';
import { rowField } from './fields.ts';
import { bytesOfWords, readWords } from './text.ts';
import type { FormEntry, FormFields, Prepared, QuestionType } from './type.ts';
import { stances } from './vocabulary.ts';

const schema = z.strictObject({
  ...commonFields,
  type: z.literal('stance'),
  options: z
    .array(z.strictObject({ ...itemFields, id: z.enum(stances) }))
    .min(2)
    .max(stances.length),
  /** The clause of a draft it is about, as a path of that draft: `dieu-8.k1.a`. */
  clauseRef: z
    .string()
    .regex(/^[a-z0-9đ][a-z0-9đ._~-]{0,199}$/)
    .exactOptional(),
  /** Words beside the choice. They are kept apart from it, as every text is. */
  allowComment: z.boolean().exactOptional(),
});
type Stance = z.output<typeof schema>;
type Part = 'choice' | 'comment';
type Position = Partial<Record<Part, string>>;

/** A position on a clause, with a comment where that is offered; either may stand without the other. */
export const stance: QuestionType<typeof schema, Position> = {
  schema,
  check: (question) => duplicateIds(question.options, 'duplicate-option'),
  fields: (question) => partsOf(question).map((part) => rowField(question.id, part)),
  columns: (question) => [{ options: question.options.length }],
  words: ({ allowComment }) => (allowComment ? [['comment']] : []),
  maxBytes({ options, allowComment }) {
    const choice = '{"choice":}'.length + longestId(options);
    return allowComment ? choice + ',"comment":'.length + bytesOfWords(LIMITS.comment) : choice;
  },
  prepare,
};

function partsOf({ allowComment }: Stance): Part[] {
  return allowComment ? ['choice', 'comment'] : ['choice'];
}

function prepare(question: Stance): Prepared<Position> {
  const positions = positionsOf(question.options);
  return {
    read: (form) => readPosition(question, form),
    write: (value) => Object.entries(value).map(([part, words]): FormEntry => [rowField(question.id, part), words]),
    validate: validator(question, positions),
    pack({ choice }, out, at) {
      out[at] = (positions.get(choice ?? '') ?? -1) + 1;
    },
  };
}

function readPosition(question: Stance, form: FormFields): unknown {
  const read = partsOf(question).map((part) => [part, readOne(form, rowField(question.id, part))] as const);
  const given = read.filter(([, value]) => value !== undefined);
  return given.length > 0 ? Object.fromEntries(given) : undefined;
}

function validator(question: Stance, positions: ReadonlyMap<string, number>) {
  const known = new Set<string>(partsOf(question));

  const choiceOf = (raw: unknown, refuse: Refuse) => {
    if (raw === undefined) return question.required ? refuse('required') : undefined;
    if (typeof raw !== 'string') return refuse('wrong-type');
    return positions.has(raw) ? raw : refuse('unknown-option');
  };

  return (raw: unknown, refuse: Refuse): Position | undefined => {
    if (raw !== undefined && !isRecord(raw)) return refuse('wrong-type');
    const given = raw ?? {};
    if (Object.keys(given).some((part) => !known.has(part))) return refuse('unknown-row');
    const choice = choiceOf(own(given, 'choice'), refuse);
    const comment = readWords(own(given, 'comment'), LIMITS.comment, (code, detail) =>
      refuse(code, { ...detail, rowId: 'comment' }),
    );
    if (choice === undefined && comment === undefined) return undefined;
    return { ...(choice === undefined ? {} : { choice }), ...(comment === undefined ? {} : { comment }) };
  };
}

function own(record: Record<string, unknown>, key: string): unknown {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
