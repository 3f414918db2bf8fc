import { givenItem, givenQuestion } from './givenWords.ts';
import type { Question, QuestionKind, QuestionOf } from './questions/index.ts';
import { stances } from './questions/vocabulary.ts';
import type { Text } from './wording.ts';

const options = (count: number) =>
  Array.from({ length: count }, (_, i) => ({ id: `o${i + 1}`, text: givenItem('option', i + 1) }));
const rows = [1, 2].map((number) => ({ id: `r${number}`, text: givenItem('row', number) }));

const agreement: Text[] = [
  { vi: 'Hoàn toàn không đồng ý', en: 'Strongly disagree' },
  { vi: 'Không đồng ý', en: 'Disagree' },
  { vi: 'Phân vân', en: 'Undecided' },
  { vi: 'Đồng ý', en: 'Agree' },
  { vi: 'Hoàn toàn đồng ý', en: 'Strongly agree' },
];
const steps = agreement.map((text, i) => ({ id: `s${i + 1}`, text, score: i + 1 }));

const onClause: Record<(typeof stances)[number], Text> = {
  agree: { vi: 'Đồng ý với dự thảo', en: 'Agree with the draft' },
  amend: { vi: 'Đồng ý nhưng đề nghị sửa đổi, bổ sung', en: 'Agree, with proposed changes' },
  disagree: { vi: 'Không đồng ý', en: 'Disagree' },
  abstain: { vi: 'Không có ý kiến', en: 'No opinion' },
};

/** What is particular to each type when it begins. */
const beginnings: {
  [Kind in QuestionKind]: () => Omit<Extract<Question, { type: Kind }>, 'id' | 'type' | 'text' | 'required'>;
} = {
  single: () => ({ options: options(2) }),
  multi: () => ({ options: options(3) }),
  scale: () => ({ options: steps }),
  matrix: () => ({ options: steps, rows }),
  rank: () => ({ options: options(3) }),
  number: () => ({ min: 0, max: 100 }),
  text: () => ({ maxLength: 1_000, longText: true }),
  stance: () => ({ options: stances.map((id) => ({ id, text: onClause[id] })), allowComment: true }),
};

/** A question of this type to be rewritten; valid as it stands. */
export function newQuestion<Kind extends QuestionKind>(type: Kind, id: string): QuestionOf<Kind> {
  return { id, type, text: givenQuestion(), required: false, ...beginnings[type]() } as unknown as QuestionOf<Kind>;
}
