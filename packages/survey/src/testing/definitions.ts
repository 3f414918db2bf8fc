import type { Definition } from '../definition.ts';
import type { Question } from '../questions/index.ts';
import { stances } from '../questions/vocabulary.ts';

const words = (vi: string) => ({ vi, en: vi });
const items = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, at) => ({ id: `${prefix}${at + 1}`, text: words(`${prefix}${at + 1}`) }));

const common = { text: words('Câu hỏi'), required: false };

/** One question of every type, with every rule of its type in use. */
export const questions = {
  single: { ...common, id: 'q1', type: 'single', options: items('o', 3) },
  multi: {
    ...common,
    id: 'q2',
    type: 'multi',
    options: [...items('o', 4), { id: 'none', text: words('Không'), exclusive: true }],
    maxChoices: 3,
  },
  scale: {
    ...common,
    id: 'q3',
    type: 'scale',
    options: [
      ...items('s', 5).map((item, at) => ({ ...item, score: at + 1 })),
      { id: 'dk', text: words('Không biết'), score: null },
    ],
  },
  matrix: { ...common, id: 'q4', type: 'matrix', options: items('s', 4), rows: items('r', 3) },
  number: { ...common, id: 'q5', type: 'number', min: 0, max: 200, unit: words('%') },
  text: { ...common, id: 'q6', type: 'text', maxLength: 100, longText: true },
  rank: { ...common, id: 'q7', type: 'rank', options: items('o', 4), maxChoices: 3 },
  stance: {
    ...common,
    id: 'q8',
    type: 'stance',
    options: stances.map((id) => ({ id, text: words(id) })),
    clauseRef: 'dieu-8.k1',
    allowComment: true,
  },
} satisfies Record<string, Question>;

/** A definition that nothing speaks against, around the given questions. */
export function definitionWith(...list: Question[]): Definition {
  return {
    schema: 1,
    kind: 'survey',
    title: words('Khảo sát'),
    intro: words('Xin chào'),
    audience: words('Cha mẹ học sinh'),
    audienceKind: 'parent',
    countUnit: 'household',
    motto: ['know'],
    legalBases: [{ ref: 'L10-2022', text: { vi: 'Luật 10/2022/QH15' } }],
    estMinutes: 5,
    door: 'open_link',
    thresholds: { unit: 5, comments: 10, sensitive: 10 },
    questions: list,
  };
}

export const everyType = definitionWith(...Object.values(questions));
/** The same with every question required. */
export const everyTypeRequired = definitionWith(
  ...Object.values(questions).map((question) => ({ ...question, required: true })),
);

const { single, multi, matrix, number, text, rank, stance } = questions;

/** Questions that depend on each other, in chains of two and three, over every type that others may depend on. */
export const routed = definitionWith(
  { ...single, required: true },
  { ...multi, required: true, showIf: { question: 'q1', anyOf: ['o1', 'o2'] } },
  { ...text, required: true, showIf: { question: 'q2', anyOf: ['o4', 'none'] } },
  { ...matrix, showIf: { question: 'q2', anyOf: ['o1', 'o2'] } },
  { ...stance, required: true, showIf: { question: 'q1', anyOf: ['o3'] } },
  { ...rank, required: true, showIf: { question: 'q8', anyOf: ['disagree', 'amend'] } },
  { ...number, showIf: { question: 'q8', anyOf: ['agree'] } },
);
