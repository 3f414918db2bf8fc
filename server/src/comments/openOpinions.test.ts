import type { PublishedComments } from '@danban/contract';
import { expect, test } from 'vitest';
import type { SurveyRow } from '../surveys/queries.ts';
import { commentsCsv } from './csv.ts';
import { openOf } from './openOpinions.ts';

const stance = { id: 'c8', type: 'stance', text: { vi: 'Điều 8. Công tác phí' }, clauseRef: 'dieu-8', options: [] };
const free = { id: 'y-kien', type: 'text', text: { vi: 'Ý kiến khác' } };
const definition = {
  questions: [stance, free],
  draft: { ref: 'd', version: '1', published: { number: 1, tree: 'a' } },
};
const survey = { definition } as unknown as SurveyRow;

const published: PublishedComments = {
  schema: 1,
  ...{ title: { vi: 'Lấy ý kiến' }, only: 'texts', published: 4 },
  groups: [
    { question: { number: 1, text: stance.text }, texts: ['Khoán xăng xe', 'Khoán xăng xe'] },
    { question: { number: 2, text: free.text }, texts: ['Nên có phụ lục'] },
    { question: null, texts: ['Cảm ơn'] },
  ],
  clusters: [{ title: 'Xăng xe', opinions: null }],
  hidden: { all: 0, parts: [] },
};
const body = JSON.stringify(published);

test('a group about a clause carries its key and the version people answered to, and no other group does', () => {
  expect(openOf(body, survey).groups.map(({ clause }) => clause)).toEqual([{ key: 'c8', version: 1 }, null, null]);
});

test('an id comes of what is public and of nothing else, and no text says which theme it is in', () => {
  const { groups } = openOf(body, survey);
  const texts = groups.flatMap((group) => group.texts);
  expect(new Set(texts.map(({ id }) => id)).size).toBe(4);
  expect(openOf(body, survey).groups).toEqual(groups);
  for (const text of texts) expect(Object.keys(text)).toEqual(['id', 'text']);
  const [first] = openOf(JSON.stringify({ ...published, published: 5 }), survey).groups;
  expect(first!.texts[0]!.id).not.toBe(texts[0]!.id);
});

test('the table has a row for each text: id, question, clause, version, words', () => {
  const [, ...rows] = commentsCsv(openOf(body, survey), 'vi').split('\r\n\r\n').at(-1)!.trim().split('\r\n');
  const { id } = openOf(body, survey).groups[0]!.texts[0]!;
  expect(rows).toHaveLength(4);
  expect(rows[0]!.split(';').map((cell) => cell.replaceAll(/^"|"$/g, ''))).toEqual([
    ...[id, '1', 'Điều 8. Công tác phí', 'c8', '1', 'Khoán xăng xe'],
  ]);
});
