import { describe, expect, test } from 'vitest';
import { smsSize } from './sms.ts';
import { withoutMarks } from './withoutMarks.ts';

describe('the size of an SMS', () => {
  test('plain letters: 160 in one, then 153 in each', () => {
    expect(smsSize('a'.repeat(160))).toEqual({ alphabet: 'gsm', letters: 160, parts: 1, room: 160 });
    expect(smsSize('a'.repeat(161))).toMatchObject({ parts: 2, room: 153 });
    expect(smsSize('a'.repeat(307)).parts).toBe(3);
  });

  test('one Vietnamese letter leaves 70 in one, then 67 in each', () => {
    expect(smsSize(`ế${'a'.repeat(69)}`)).toEqual({ alphabet: 'ucs2', letters: 70, parts: 1, room: 70 });
    expect(smsSize(`ế${'a'.repeat(70)}`)).toMatchObject({ parts: 2, room: 67 });
  });

  test('signs behind the escape count twice and are not split', () => {
    expect(smsSize('€'.repeat(80))).toMatchObject({ alphabet: 'gsm', letters: 160, parts: 1 });
    // 153 is odd: each part holds 76 of them, so that 153 need three parts though 306 would fit two.
    expect(smsSize('€'.repeat(153)).parts).toBe(3);
  });

  test('an emoji is two letters', () => {
    expect(smsSize('😀').letters).toBe(2);
  });
});

test('Vietnamese without marks is plain letters, in its own case', () => {
  const plain = withoutMarks('Đánh giá “Quy chế” của Trường – ửng đỏ…');
  expect(plain).toBe('Danh gia "Quy che" cua Truong - ung do...');
  expect(smsSize(plain).alphabet).toBe('gsm');
});
