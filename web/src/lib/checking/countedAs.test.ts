import type { ReleaseHead } from '@danban/contract';
import { NOT_ASKED } from '@danban/verify';
import { expect, test } from 'vitest';
import { countedAs } from './countedAs.ts';

const words = (vi: string) => ({ vi });
const options = (...all: string[]) => all.map((one) => ({ label: words(one) }));
const table = (label: string | null, ...all: string[]) => ({
  label: label === null ? null : words(label),
  options: options(...all),
});
const question = (number: number, type: string, ...tables: ReturnType<typeof table>[]) => ({
  id: `q${number}`,
  number,
  type,
  text: words(`Câu ${number}`),
  tables,
});

test('a sheet is told in the words of the survey: chosen, ranked, silent and not asked', () => {
  const head = {
    questions: [
      question(1, 'single', table(null, 'Có', 'Không')),
      question(2, 'multi', table('Sân', 'Sân'), table('Bếp', 'Bếp')),
      question(3, 'rank', table('Nước', 'Thứ nhất', 'Thứ hai')),
      question(4, 'scale', table(null, 'Kém', 'Tốt')),
      question(5, 'scale', table(null, 'Kém', 'Tốt')),
    ],
  } as unknown as ReleaseHead;
  const counted = countedAs(head, { unit: 0, categories: [2, 1, 0, 0, 0, NOT_ASKED] });
  expect(counted.map(({ number, lines }) => [number, lines])).toEqual([
    [1, [{ item: null, answer: words('Không') }]],
    [
      2,
      [
        { item: words('Sân'), answer: 'checking.chosen' },
        { item: words('Bếp'), answer: 'common.notChosen' },
      ],
    ],
    [3, [{ item: words('Nước'), answer: 'common.notPlaced' }]],
    [4, [{ item: null, answer: 'common.noAnswer' }]],
    [5, [{ item: null, answer: 'checking.notAsked' }]],
  ]);
});
