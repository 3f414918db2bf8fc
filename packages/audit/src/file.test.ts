import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { entryLine, headerLine, readEntry, readHeader } from './file.ts';
import type { Sha256 } from '@danban/bytes';
import { anyEvent, chainOf, chains } from './testing/chains.ts';
import { verifyChain } from './verifyChain.ts';

const sha256: Sha256 = (bytes) => createHash('sha256').update(bytes).digest();
const one = () => chainOf(sha256, fc.sample(anyEvent, 1))[0]!;

test('a written chain is read back as it was, and holds', () => {
  fc.assert(
    fc.property(chains(sha256), (chain) => {
      const lines = chain.map(entryLine);
      const read = lines.map((line) => readEntry(line)!);
      expect(read).toEqual(chain);
      expect(lines.join('')).not.toContain('\n');
      expect(verifyChain(sha256, read).broken).toBeNull();
    }),
  );
});

test('an act that is not shown has a line without its event', () => {
  const { event, ...link } = one();
  expect(JSON.parse(entryLine(link))).toEqual(link);
  expect(entryLine(link)).not.toContain(event.salt);
});

test('the first line names the head', () => {
  const { seq, hash } = one();
  const at = '2026-03-02T01:00:00.000Z';
  expect(readHeader(headerLine(at, { seq, hash }))).toMatchObject({ exportedAt: at, head: { seq, hash } });
});

test.each(['', '{', 'null', '[]', '{"seq":1}', '{"format":"danban-audit-2"}'])('%j is neither', (line) => {
  expect([readHeader(line), readEntry(line)]).toEqual([null, null]);
});

test('a line with more than the format says is none', () => {
  expect(readEntry(JSON.stringify({ ...one(), address: '198.51.100.7' }))).toBeNull();
});
