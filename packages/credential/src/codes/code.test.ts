import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readSeed, readSlip, seedCode, slipCode, type ReadCode } from './code.ts';

const alphabet = [...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'];
const bytesOf = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });

const seed = { name: 'a seed', groups: 6, bytes: bytesOf(15), write: seedCode, read: readSeed };
const slip = { name: 'a slip', groups: 4, bytes: bytesOf(10), write: slipCode, read: readSlip };

const faultsOf = (read: ReadCode) => (read.ok ? [] : read.faults);
const groupsOf = (read: ReadCode) => faultsOf(read).map(({ group }) => group);

/** One code as a person might hold it, the same in every run. */
const sampleOf = ({ bytes, write }: typeof seed) => write(fc.sample(bytes, { numRuns: 1, seed: 7 })[0]!);
const withSign = (code: string, at: number, sign: string) => code.slice(0, at) + sign + code.slice(at + 1);
const bare = (code: string) => code.replaceAll('-', '');

describe.each([seed, slip])('$name', (kind) => {
  const { groups, bytes, write, read } = kind;

  test('is written in groups of five signs of the alphabet, and read back', () => {
    fc.assert(
      fc.property(bytes, (value) => {
        const code = write(value);
        expect(code.split('-').map((group) => group.length)).toEqual(Array(groups).fill(5));
        expect([...bare(code)].every((sign) => alphabet.includes(sign))).toBe(true);
        expect(read(code)).toEqual({ ok: true, bytes: value });
      }),
    );
  });

  test('is read however it was typed: small letters, gaps of any kind or none, O for 0, I and L for 1', () => {
    const gap = fc.constantFrom('', ' ', '-', ' - ', '\n', '\u00a0', '–', '\u200b', '.');
    const typed = fc.tuple(bytes, fc.infiniteStream(gap), fc.infiniteStream(fc.nat({ max: 3 })));
    fc.assert(
      fc.property(typed, ([value, gaps, habits]) => {
        const signs = [...bare(write(value))].map((sign) => {
          const habit = habits.next().value as number;
          const alike = { 0: '0Oo', 1: '1ILl' }[sign] ?? sign + sign.toLowerCase();
          return alike.charAt(habit % alike.length) + (gaps.next().value as string);
        });
        expect(read(signs.join(''))).toEqual({ ok: true, bytes: value });
      }),
    );
  });

  test('every other sign in every place is caught, and its group named', () => {
    const code = bare(sampleOf(kind));
    for (const [at, right] of [...code].entries()) {
      for (const sign of alphabet.filter((other) => other !== right)) {
        const group = Math.floor(at / 5) + 1;
        expect(faultsOf(read(withSign(code, at, sign)))).toEqual([{ group, fault: 'mistyped' }]);
      }
    }
  });

  test('every two signs of a group that have changed places are caught, whatever they are', () => {
    const pairs = [0, 1, 2, 3, 4].flatMap((left) => [0, 1, 2, 3, 4].slice(left + 1).map((right) => [left, right]));
    const places = Array.from({ length: groups }, (_, group) => group);
    fc.assert(
      fc.property(bytes, fc.constantFrom(...pairs), fc.constantFrom(...places), (value, [left, right], group) => {
        const code = bare(write(value));
        const [i, j] = [5 * group + left!, 5 * group + right!];
        fc.pre(code[i] !== code[j]);
        expect(groupsOf(read(withSign(withSign(code, i, code[j]!), j, code[i]!)))).toEqual([group + 1]);
      }),
      { numRuns: 2000 },
    );
  });

  test('groups that have changed places are caught and named, each of them', () => {
    const order = fc.shuffledSubarray(
      Array.from({ length: groups }, (_, at) => at),
      { minLength: groups },
    );
    fc.assert(
      fc.property(bytes, order, (value, moved) => {
        const written = write(value).split('-');
        const misplaced = moved.flatMap((from, to) => (from === to ? [] : [to + 1]));
        expect(groupsOf(read(moved.map((from) => written[from]).join('-')))).toEqual(misplaced);
      }),
    );
  });

  test('a group that was left out is named, with gaps and without', () => {
    fc.assert(
      fc.property(bytes, fc.nat({ max: groups - 1 }), fc.constantFrom('-', ''), (value, left, gap) => {
        const written = write(value).split('-');
        written.splice(left, 1);
        expect(faultsOf(read(written.join(gap)))).toEqual([{ group: left + 1, fault: 'missing' }]);
      }),
    );
  });

  test('with gaps, a sign too few or too many is named by its group', () => {
    fc.assert(
      fc.property(bytes, fc.nat({ max: 6 * groups - 2 }), (value, at) => {
        const code = write(value);
        fc.pre(code[at] !== '-');
        const group = Math.floor(at / 6) + 1;
        expect(faultsOf(read(withSign(code, at, '')))).toEqual([{ group, fault: 'too-short' }]);
        expect(faultsOf(read(withSign(code, at, code[at]! + 'Z')))).toEqual([{ group, fault: 'too-long' }]);
      }),
    );
  });

  test('without gaps it is one group alone that is named, where it happened or just after', () => {
    fc.assert(
      fc.property(bytes, fc.nat({ max: 5 * groups - 1 }), (value, at) => {
        const shorter = groupsOf(read(withSign(bare(write(value)), at, '')));
        expect(shorter).toHaveLength(1);
        expect(shorter[0]).toBeGreaterThanOrEqual(Math.floor(at / 5) + 1);
      }),
    );
  });

  test('what a keyboard for Vietnamese makes of two letters is an unknown sign', () => {
    const code = sampleOf(kind);
    for (const sign of ['Đ', 'đ', 'Â', 'a\u0302', 'U', '😀', '!']) {
      expect(faultsOf(read(withSign(code, 7, sign)))).toEqual([{ group: 2, fault: 'unknown-sign' }]);
    }
  });

  test('more than the code is too many, nothing is all of it missing', () => {
    const code = sampleOf(kind);
    expect(faultsOf(read(code + '-AAAAA'))).toEqual([{ group: groups + 1, fault: 'too-many' }]);
    expect(faultsOf(read(bare(code) + 'A'))).toEqual([{ group: groups + 1, fault: 'too-many' }]);
    expect(faultsOf(read(code + '-AAAAA'.repeat(9)))).toEqual([{ group: groups + 1, fault: 'too-many' }]);
    expect(groupsOf(read(' - '))).toEqual(Array.from({ length: groups }, (_, at) => at + 1));
  });

  test('the first groups alone: the others are missing', () => {
    const written = sampleOf(kind).split('-').slice(0, 2).join(' ');
    expect(faultsOf(read(written)).every(({ fault }) => fault === 'missing')).toBe(true);
    expect(faultsOf(read(written.slice(0, -1)))[0]).toEqual({ group: 2, fault: 'too-short' });
  });

  test('whatever text a person may send, it is a code or has a fault', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        const result = read(text);
        expect(result.ok ? read(write(result.bytes)).ok : result.faults.length > 0).toBe(true);
      }),
    );
  });

  test('bytes of another length have no code', () => {
    for (const length of [0, 5, 14, 16, 20]) expect(() => write(new Uint8Array(length))).toThrow(RangeError);
  });
});

test('no group of a seed stands in a slip, nor the other way round', () => {
  fc.assert(
    fc.property(seed.bytes, slip.bytes, (one, other) => {
      const groupsOfSeed = seedCode(one).split('-');
      const groupsOfSlip = slipCode(other).split('-');
      expect(groupsOf(readSlip(groupsOfSeed.slice(0, 4).join('-')))).toEqual([1, 2, 3, 4]);
      expect(groupsOf(readSeed([...groupsOfSlip, ...groupsOfSlip.slice(0, 2)].join('-')))).toEqual([1, 2, 3, 4, 5, 6]);
    }),
  );
});

test('a seed of zeros is no row of zeros', () => {
  expect(seedCode(new Uint8Array(15))).toBe('00001-00002-00003-00004-00005-00006');
  expect(readSeed('0'.repeat(30)).ok).toBe(false);
});
