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
const credential = new Uint8Array(514).fill(9);
const sheet = { unit: 12_345, salt, text: textOf(answers), packed: Uint8Array.of(1, 2, 0), credential };

test('what is sealed comes out as it went in, packed bytes and all', () => {
  const read = readContent(writeContent(sheet));
  const buffers = { text: Buffer.from(sheet.text), packed: Buffer.of(1, 2, 0), credential: Buffer.from(credential) };
  expect(read).toEqual({ ...sheet, ...buffers });
  expect(answersOf(read)).toEqual(answers);
});

test('a survey of written answers alone packs nothing, and that is not the same as not packed', () => {
  expect(readContent(writeContent({ ...sheet, packed: new Uint8Array(0) })).packed).toHaveLength(0);
});

test('an envelope of the first version holds JSON and no packed bytes', () => {
  const read = readContent(Buffer.from(JSON.stringify([7, salt, answers])));
  expect(read).toEqual({ unit: 7, salt, text: sheet.text, packed: null, credential: new Uint8Array() });
});

test('an envelope of the version before holds no credential', () => {
  const content = writeContent({ ...sheet, credential: new Uint8Array() });
  const before = Buffer.concat([Buffer.of(2), content.subarray(1, 6), content.subarray(8)]);
  const read = readContent(before);
  expect(read.credential).toHaveLength(0);
  expect({ ...read, credential: Buffer.from(credential) }).toEqual(readContent(writeContent(sheet)));
});

test('an envelope of a version to come is refused and not guessed at', () => {
  const content = writeContent(sheet);
  content[0] = 4;
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
