import { createHash, randomBytes } from 'node:crypto';
import { leafSalt, seedCode } from '@danban/credential';
import { compile } from '@danban/survey';
import { validAnswers } from '@danban/survey/testing/arbitraries';
import { everyType, routed } from '@danban/survey/testing/definitions';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readReceipt, receiptOf } from './readReceipt.ts';
import { checkReceipt, type Published, type Receipt } from './receipt.ts';
import { kept, published } from './testing/published.ts';

const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();
const host = { sha256, verify: () => true };
/** A whole with two places, one of which has two of its own. */
const parents = [-1, 0, 0, 2, 2];
const closesAt = '2026-05-01T00:00:00.000Z';

const resultsOf = async (all: Published, receipt: Receipt) =>
  (await checkReceipt(host, all, receipt)).checks.map(({ name, result, fault }) => fault ?? `${name} ${result}`);

const definitions = [everyType, routed].map((definition) => ({ definition, compiled: compile(definition) }));
const surveys = fc.constantFrom(...definitions).chain(({ definition, compiled }) => {
  const key = fc.uint8Array({ minLength: 32, maxLength: 32 });
  const unit = fc.nat({ max: parents.length - 1 });
  const sent = fc.record({ answers: validAnswers(definition), unit, key });
  const sheets = fc.uniqueArray(sent, { minLength: 2, maxLength: 4, selector: (one) => one.key.join() });
  return sheets.map((all) => ({ compiled, sheets: all.map((one) => kept(sha256, compiled, one)) }));
});

test('whatever was answered, wherever it counts, its receipt finds it recorded and counted as it was sent', async () => {
  await fc.assert(
    fc.asyncProperty(surveys, async ({ compiled, sheets }) => {
      const all = published({ sha256, compiled, parents }, sheets);
      for (const { receipt, unit } of sheets) {
        expect(await resultsOf(all, receipt)).toEqual(['promise holds', 'recorded holds', 'counted holds']);
        const alone = await checkReceipt(host, all, { key: receipt.key });
        expect([alone.found?.unit, alone.checks.map(({ result }) => result)]).toEqual([unit, ['holds']]);
      }
    }),
    { numRuns: 25 },
  );
});

test('answers of two people exchanged before they were counted are seen by both', async () => {
  await fc.assert(
    fc.asyncProperty(surveys, async ({ compiled, sheets }) => {
      const [one, other] = [sheets[0]!, sheets[1]!];
      fc.pre(one.packed.join() !== other.packed.join());
      const swapped = [{ ...one, packed: other.packed }, { ...other, packed: one.packed }, ...sheets.slice(2)];
      const all = published({ sha256, compiled, parents }, sheets, swapped);
      for (const { receipt } of [one, other]) expect(await resultsOf(all, receipt)).toContain('counted-otherwise');
    }),
    { numRuns: 15 },
  );
});

test('a sheet that was counted elsewhere, or not at all, is seen', async () => {
  const { compiled, definition } = definitions[0]!;
  const [answers] = fc.sample(validAnswers(definition), { numRuns: 1, seed: 1 });
  const sheet = kept(sha256, compiled, { answers: answers!, unit: 1, key: randomBytes(32) });
  const elsewhere = published({ sha256, compiled, parents }, [sheet], [{ ...sheet, unit: 3 }]);
  expect(await resultsOf(elsewhere, sheet.receipt)).toContain('counted-otherwise');
  const without = published({ sha256, compiled, parents }, [sheet], []);
  expect(await resultsOf(without, sheet.receipt)).toContain('not-counted');
  expect(await resultsOf({ ...without, leaves: [], counted: null }, sheet.receipt)).toContain('promise-unkept');
  const open = { ...without, leaves: [], counted: null, isClosed: false };
  expect(await resultsOf(open, sheet.receipt)).toEqual(['promise holds', 'recorded not-yet', 'counted not-yet']);
});

test('a receipt is read from its link, from its code alone, and from nothing else', () => {
  const code = 'A'.repeat(30);
  const [hash, signature] = ['A'.repeat(43), 'A'.repeat(86)];
  const whole = [code, hash, hash, closesAt, signature].join('.');
  expect(readReceipt(code)).toEqual({ code });
  expect(readReceipt(whole)).toMatchObject({ code, promise: { closesAt } });
  for (const wrong of ['', `${whole}.`, whole.slice(0, -1), [code, hash].join('.'), whole.replace('2026', '20x6')]) {
    expect(readReceipt(wrong)).toBeNull();
  }
});

test('a code is read however it is written, with its link or without, and no other text is a receipt', async () => {
  const seed = new Uint8Array(15).fill(9);
  const code = seedCode(seed);
  const receipt = { key: await leafSalt(seed, 'opening') };
  for (const text of [code, ` ${code.toLowerCase().replaceAll('-', ' ')} `, `https://a.vn/kiem-tra/x#${code}`]) {
    expect(await receiptOf(text, 'opening')).toEqual(receipt);
  }
  for (const wrong of ['', `${code}0`, code.replace(/^./, (sign) => (sign === '0' ? '1' : '0')), 'https://a.vn/#']) {
    expect(await receiptOf(wrong, 'opening')).toBeNull();
  }
});
