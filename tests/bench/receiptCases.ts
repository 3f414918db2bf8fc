import { atMost, type Figure } from './figures.ts';
import { publishedSurvey } from './published.ts';
import { people, questions } from './recounting.ts';

/** A whole with thirty places, and a hundred schools in each. */
const many = [
  -1,
  ...Array.from({ length: 30 }, () => 0),
  ...Array.from({ length: 3_000 }, (_, school) => 1 + (school % 30)),
];

/** How far leaves are opened decides how many schools a sheet may be of; the receipt is of the school tried last. */
const cases = {
  receipt: { parents: [-1], depth: 0, words: 'of one school', isUsual: true },
  'receipt-opened': { parents: many, depth: 2, words: 'of 3,000 schools, figures of each published', isUsual: true },
  'receipt-whole': {
    parents: many,
    depth: 0,
    words: 'of 3,000 schools, figures of all together published',
    isUsual: true,
  },
  'receipt-closed': { parents: many, depth: null, words: 'of 3,000 schools, no figure published', isUsual: false },
} as const;

export type ReceiptCase = keyof typeof cases;
export const receiptCases = Object.keys(cases) as ReceiptCase[];
/** Nothing is promised where no figure is published: every school is tried. */
export const targetOf = (name: ReceiptCase, most: number): Figure['target'] =>
  cases[name].isUsual ? atMost(most) : null;
export const wordsOf = (name: ReceiptCase): string => cases[name].words;

export type Published = Awaited<ReturnType<typeof publishedSurvey>>;

/** A published survey and a receipt for each case. */
export async function publishedCases(): Promise<Record<ReceiptCase, Published>> {
  const all = receiptCases.map(async (name) => {
    const { parents, depth } = cases[name];
    return [name, await publishedSurvey({ people, questions, parents, depth })] as const;
  });
  return Object.fromEntries(await Promise.all(all)) as Record<ReceiptCase, Published>;
}
