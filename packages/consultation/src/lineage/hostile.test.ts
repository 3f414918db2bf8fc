import { expect, test, vi } from 'vitest';
import { Chance } from '../testing/chance.ts';
import { readBack } from '../testing/model.ts';
import { sentence } from '../testing/words.ts';
import { align, countsOf } from './align.ts';

vi.setConfig({ testTimeout: 60_000 });

const chance = new Chance(1);
const many = (times: number, line: (i: number) => string): string =>
  Array.from({ length: times }, (_, i) => line(i)).join('\n');
const random = (): string => `I. MỘT\n${many(2_000, () => `- ${sentence(chance, 12)}`)}`;
const counts = (before: string, after: string) => countsOf(align(readBack(before), readBack(after)).links);

/** Every pair compared would take minutes and gigabytes. */
test('thousands of clauses that say the same, or have nothing in common, are aligned in time', () => {
  const same = many(2_000, (i) => `Điều ${i + 1}. Chung\n1. Các nội dung khác thực hiện theo quy định.`);
  const dashes = `I. MỘT\n${many(4_000, () => '- Chi khác.')}`;
  const began = performance.now();
  expect(counts(same, same)).toEqual({ unchanged: 2_000 });
  expect(counts(dashes, `${dashes}\n- Thêm.`)).toEqual({ unchanged: 4_000, added: 1 });
  expect(counts(random(), random()).removed).toBeGreaterThan(1_000);
  expect(performance.now() - began).toBeLessThan(40_000);
});

test('empty versions have no links', () => {
  expect(align([], []).links).toEqual([]);
  expect(counts('Điều 1. Một hai ba', 'Chung')).toEqual({ removed: 1, added: 1 });
});
