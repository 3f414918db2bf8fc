import type { Question, QuestionKind } from './questions/index.ts';
import { stances } from './questions/vocabulary.ts';
import type { Text } from './wording.ts';

const items = (prefix: string, vi: string, en: string, count: number) =>
  Array.from({ length: count }, (_, i) => ({
    id: `${prefix}${i + 1}`,
    text: { vi: `${vi} ${i + 1}`, en: `${en} ${i + 1}` },
  }));

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
  single: () => ({ options: items('o', 'Lựa chọn', 'Option', 2) }),
  multi: () => ({ options: items('o', 'Lựa chọn', 'Option', 3) }),
  scale: () => ({ options: steps }),
  matrix: () => ({ options: steps, rows: items('r', 'Nội dung', 'Item', 2) }),
  rank: () => ({ options: items('o', 'Lựa chọn', 'Option', 3) }),
  number: () => ({ min: 0, max: 100 }),
  text: () => ({ maxLength: 1_000, longText: true }),
  stance: () => ({ options: stances.map((id) => ({ id, text: onClause[id] })), allowComment: true }),
};

/** A question of this type to be rewritten; valid as it stands. */
export function newQuestion(type: QuestionKind, id: string): Question {
  const text = { vi: 'Câu hỏi mới', en: 'New question' };
  return { id, type, text, required: false, ...beginnings[type]() } as Question;
}
