import { z } from 'zod';
import type { Refuse } from '../answers.ts';
import { LIMITS } from '../limits.ts';
import { duplicateIds, moreThanOptions, positionsOf } from './choice.ts';
import { commonFields, listFields, optionFields, optionsOf } from './common.ts';
import type { Prepared, QuestionType } from './type.ts';

const schema = z.strictObject({
  ...commonFields,
  ...listFields,
  type: z.literal('multi'),
  options: optionsOf(z.strictObject(optionFields), 1),
  maxChoices: z.int().min(1).max(LIMITS.options).exactOptional(),
});
type Multi = z.output<typeof schema>;

const CHOSEN = 1;
const NOT_CHOSEN = 2;

/** Several options, at most `maxChoices`; an exclusive one ("none of these") stands alone. Counted as yes or no each. */
export const multi: QuestionType<typeof schema, string[]> = {
  schema,
  check: (question) => [...duplicateIds(question.options, 'duplicate-option'), ...moreThanOptions(question)],
  fields: (question) => [question.id],
  columns: (question) => question.options.map((option) => ({ part: { option: option.id }, options: 2 })),
  words: () => [],
  maxBytes: (question) => question.options.reduce((bytes, option) => bytes + option.id.length + 3, 2),
  prepare,
};

function prepare(question: Multi): Prepared<string[]> {
  const { id, options, required } = question;
  const positions = positionsOf(options);
  const exclusive = new Set(options.filter((option) => option.exclusive).map((option) => option.id));
  const most = question.maxChoices ?? options.length;

  const accept = (choices: readonly string[], refuse: Refuse) => {
    if (choices.length > most) return refuse('too-many-choices', { params: { most } });
    if (choices.length > 1 && choices.some((choice) => exclusive.has(choice))) return refuse('exclusive-option');
    return options.filter((option) => choices.includes(option.id)).map((option) => option.id);
  };

  return {
    read: (form) => form.get(id)?.filter((value) => value !== ''),
    write: (value) => value.map((choice) => [id, choice]),
    validate(raw, refuse) {
      if (raw !== undefined && !Array.isArray(raw)) return refuse('wrong-type');
      if (raw === undefined || raw.length === 0) return required ? refuse('required') : undefined;
      const choices = readChoices(raw, positions, refuse);
      return choices && accept(choices, refuse);
    },
    pack(value, out, at) {
      out.fill(NOT_CHOSEN, at, at + options.length);
      for (const choice of value) out[at + (positions.get(choice) ?? 0)] = CHOSEN;
    },
  };
}

/** The chosen ids if each is known and stands once. Stops at the first that is not: a hostile list may be long. */
function readChoices(raw: readonly unknown[], positions: ReadonlyMap<string, number>, refuse: Refuse) {
  const choices: string[] = [];
  for (const choice of raw) {
    if (typeof choice !== 'string') return refuse('wrong-type');
    if (!positions.has(choice)) return refuse('unknown-option');
    if (choices.includes(choice)) return refuse('duplicate-option');
    choices.push(choice);
  }
  return choices;
}
