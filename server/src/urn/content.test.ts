import { createHash } from 'node:crypto';
import { canonicalJson } from '@danban/bytes';
import { leafOfSheet } from '@danban/verify';
import { LIMITS, type Answers } from '@danban/survey';
import { expect, test } from 'vitest';
import { answersOf, readContent, textOf, writeContent } from './content.ts';
import { maxSheetBytes } from './envelope.ts';
import { leafIn } from './leaf.ts';

const answers: Answers = { q2: { r1: 'o2' }, q1: 'o1', q10: 'Cần thêm "bóng mát" và nước uống 🥤' };
const salt = Buffer.alloc(32, 7).toString('base64url');
const sheet = { unit: 12_345, salt, text: textOf(answers), packed: Uint8Array.of(1, 2, 0) };

test('what is sealed comes out as it went in, packed bytes and all', () => {
  const read = readContent(writeContent(sheet));
  expect(read).toEqual({ ...sheet, text: Buffer.from(sheet.text), packed: Buffer.of(1, 2, 0) });
  expect(answersOf(read)).toEqual(answers);
});

test('a survey of written answers alone packs nothing, and that is not the same as not packed', () => {
  expect(readContent(writeContent({ ...sheet, packed: new Uint8Array(0) })).packed).toHaveLength(0);
});

test('an envelope of the version before holds JSON and no packed bytes', () => {
  const read = readContent(Buffer.from(JSON.stringify([7, salt, answers])));
  expect(read).toEqual({ unit: 7, salt, text: sheet.text, packed: null });
});

test('an envelope of a version to come is refused and not guessed at', () => {
  const content = writeContent(sheet);
  content[0] = 3;
  expect(() => readContent(content)).toThrow('version');
});

test('a sheet is kept as the canonical JSON of answers, salt and unit, and its leaf is the one everybody computes', () => {
  const { body, leaf } = leafIn(sheet);
  expect(body.toString()).toBe(canonicalJson({ answers, salt, unit: 12_345 }));
  const whole = { answers: canonicalJson(answers), salt, unit: 12_345 };
  const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest();
  expect(leaf).toEqual(leafOfSheet(sha256, whole, sheet.packed));
});

test('the longest sheet a definition allows fits into the largest envelope', () => {
  const longest = { ...sheet, text: new Uint8Array(LIMITS.answerBytes), packed: new Uint8Array(LIMITS.columns) };
  expect(writeContent(longest).length).toBeLessThanOrEqual(maxSheetBytes);
});
