import { expect, test } from 'vitest';
import { marksOf } from './marks.ts';

const option = (vi: string, score?: number | null) => ({ text: { vi }, ...(score === undefined ? {} : { score }) });
const satisfaction = ['Rất không hài lòng', 'Không hài lòng', 'Bình thường', 'Hài lòng', 'Rất hài lòng'];
const scale = satisfaction.map((words, at) => option(words, at + 1));

test('a scale that rises is numbered from its low end, whatever its scores are', () => {
  expect(marksOf(scale)).toEqual(['1', '2', '3', '4', '5']);
  expect(marksOf(satisfaction.map((words, at) => option(words, at * 25)))).toEqual(['1', '2', '3', '4', '5']);
});

test('the one option outside the scale is a question mark, wherever it stands', () => {
  expect(marksOf([...scale, option('Không biết', null)])).toEqual(['1', '2', '3', '4', '5', '?']);
  expect(marksOf([option('Không biết', null), ...scale])).toEqual(['?', '1', '2', '3', '4', '5']);
});

test.each([
  ['three steps, whose words fit', scale.slice(0, 3)],
  ['a scale that falls: 1 would be the best', scale.toReversed()],
  ['a scale with a step twice', [...scale, option('Tuyệt vời', 5)]],
  ['options without scores', satisfaction.map((words) => option(words))],
  ['two options outside the scale', [...scale, option('Không biết', null), option('Không trả lời', null)]],
  [
    'words that count themselves',
    [option('Chưa lần nào', 1), option('1–2 lần', 2), option('3 lần', 3), option('4', 4)],
  ],
])('%s keep their words', (_, options) => {
  expect(marksOf(options)).toBeNull();
});
