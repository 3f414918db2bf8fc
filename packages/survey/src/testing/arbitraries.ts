import { cleanText } from '@danban/text';
import fc from 'fast-check';
import type { Answers, AnswerValue } from '../answers.ts';
import type { Definition } from '../definition.ts';
import type { Question, QuestionOf } from '../questions/index.ts';

type Make = { [Kind in Question['type']]: (question: QuestionOf<Kind>) => fc.Arbitrary<AnswerValue> };

const one = (items: readonly { id: string }[]) => fc.constantFrom(...items.map((item) => item.id));

const vietnamese = fc.string({
  unit: fc.constantFrom(...'aăâđêôơưếữạ ,.“”"\\', 'ệ', '\n', '👩🏽‍🏫', 'ש', '<b>', '&', '\u2028'),
});

/** Canonical answers of each type, made without the code that reads them. */
const make: Make = {
  single: ({ options }) => one(options),
  scale: ({ options }) => one(options),
  multi({ options, maxChoices = options.length }) {
    const alone = options.filter((option) => option.exclusive);
    const together = options.filter((option) => !option.exclusive).map((option) => option.id);
    const several = fc.subarray(together, { minLength: 1, maxLength: Math.min(maxChoices, together.length) });
    return alone.length > 0
      ? fc.oneof(
          several,
          one(alone).map((id) => [id]),
        )
      : several;
  },
  matrix({ options, rows, required }) {
    const row = one(options);
    const record = Object.fromEntries(rows.map(({ id }) => [id, row]));
    if (required) return fc.record(record).map((value) => ({ ...value }));
    return fc.record(record, { requiredKeys: [rows[0]?.id ?? ''] }).map((value) => ({ ...value }));
  },
  number: ({ min, max, step = 1 }) =>
    fc
      .integer({ min: 0, max: Math.floor((max - min) / step) })
      .map((steps) => Number((min + steps * step).toPrecision(12))),
  text: ({ maxLength }) => wordsUpTo(maxLength),
  rank({ options, maxChoices = options.length, required }) {
    const ids = options.map((option) => option.id);
    return fc
      .shuffledSubarray(ids, { minLength: required ? maxChoices : 1, maxLength: maxChoices })
      .map((order) => Object.fromEntries(order.map((id, at) => [id, at + 1])));
  },
  stance({ options, allowComment, required }) {
    const parts = { choice: one(options), ...(allowComment ? { comment: wordsUpTo(1_000) } : {}) };
    const choice = fc.record(parts, { requiredKeys: ['choice'] }).map((value) => ({ ...value }));
    return required || !allowComment ? choice : fc.oneof(choice, fc.record({ comment: wordsUpTo(1_000) }));
  },
};

function wordsUpTo(most: number): fc.Arbitrary<string> {
  return vietnamese.map((raw) => cleanText(raw).slice(0, most).toWellFormed().trim()).filter((value) => value !== '');
}

function valueOf(question: Question): fc.Arbitrary<AnswerValue> {
  return (make[question.type] as (question: Question) => fc.Arbitrary<AnswerValue>)(question);
}

/** Answers that break no rule; questions that are not required may be missing, those not asked always are. */
export function validAnswers(definition: Definition): fc.Arbitrary<Answers> {
  return answersToAll(definition).map((answers) => onlyAsked(definition, answers));
}

/** The same, but with answers to what is not asked still among them. */
export function answersToAll({ questions }: Definition): fc.Arbitrary<Answers> {
  const values = Object.fromEntries(questions.map((question) => [question.id, valueOf(question)]));
  const required = questions.filter((question) => question.required).map((question) => question.id);
  return fc.record(values, { requiredKeys: required }).map((answers) => ({ ...answers }));
}

/** Goes through the questions as a reader of the sheet would. */
export function onlyAsked({ questions }: Definition, answers: Answers): Answers {
  const asked: Answers = {};
  for (const { id, showIf } of questions) {
    if (showIf && !chose(asked[showIf.question], showIf.anyOf)) continue;
    if (answers[id] !== undefined) asked[id] = answers[id];
  }
  return asked;
}

/** Ids of options occur in these definitions nowhere but in choices. */
function chose(value: AnswerValue | undefined, anyOf: readonly string[]): boolean {
  return anyOf.some((id) => value !== undefined && JSON.stringify(value).includes(`"${id}"`));
}
