import { expect, test } from 'vitest';
import { linesOf } from '../testing/drafts.ts';
import { typedDocument } from '../testing/document.ts';
import { firstPairs } from '../testing/pairs/first.ts';
import { secondPairs } from '../testing/pairs/second.ts';
import { thirdPairs } from '../testing/pairs/third.ts';
import { readTree } from '../tree/build.ts';
import { align } from './align.ts';

const clausesOf = (file: string | Uint8Array) => readTree(linesOf(file)).clauses;
const asDocument = (text: string): Promise<Uint8Array> => typedDocument(linesOf(text).map((line) => line.text));

const told = (before: string | Uint8Array, after: string | Uint8Array): string[] =>
  align(clausesOf(before), clausesOf(after)).links.map(
    ({ from, to, relation }) => `${from ?? '·'} ${to ?? '·'} ${relation}`,
  );

test.each([...firstPairs, ...secondPairs, ...thirdPairs])('$name', async ({ before, after, links }) => {
  expect(told(before, after)).toEqual(links.split('\n'));
  expect(told(await asDocument(before), await asDocument(after))).toEqual(links.split('\n'));
});
