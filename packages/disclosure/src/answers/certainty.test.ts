import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { auditRelease, type AuditedTable } from '../audit/auditRelease.ts';
import type { EngineChecks } from '../checks.ts';
import { askedIn, releasedOf, type Asked } from '../testing/answers.ts';
import { certainCells } from '../testing/certainty.ts';
import { TINY } from '../testing/organisations.ts';
import { Neighbours } from './worlds/neighbours.ts';
import { Suspects } from './worlds/suspects.ts';

// Programs for every answer that could be certain take seconds on a busy machine.
vi.setConfig({ testTimeout: 600_000 });

const numRuns = process.env.DANBAN_LONG === undefined ? 40 : 600;

describe.each(TINY.map((size) => [JSON.stringify(size), size] as const))('organisations of %s', (_, size) => {
  test('no answer of anybody is certain from figures and bands, by programming in whole numbers', () => {
    fc.assert(
      fc.property(askedIn(size), (asked) => {
        expect(certainCells(releasedOf(asked))).toEqual([]);
      }),
      { numRuns },
    );
  });
});

const tried = fc.sample(fc.oneof(...TINY.map(askedIn)), { seed: 20_240_601, numRuns: 300 });

test('an engine without certainty makes an answer certain', () => {
  expect(tried.some((asked) => certainCells(releasedOf(asked, { certainty: false })).length > 0)).toBe(true);
});

test('an engine without concentration and certainty shows groups of one mind', () => {
  const isOfOneMind = ({ cells }: ReturnType<typeof releasedOf>): boolean =>
    cells.some((cell) => cell.kind === 'exact' && Math.max(...cell.counts) >= cell.n - 1);
  expect(tried.some((asked) => isOfOneMind(releasedOf(asked)))).toBe(false);
  expect(tried.some((asked) => isOfOneMind(releasedOf(asked, { concentration: false, certainty: false })))).toBe(true);
});

test('an engine without derivedAnswers and certainty makes more answers certain than one without certainty', () => {
  const certain = (off: Partial<EngineChecks>): number =>
    tried.reduce((sum, asked) => sum + certainCells(releasedOf(asked, off)).length, 0);
  expect(certain({ certainty: false, derivedAnswers: false })).toBeGreaterThan(certain({ certainty: false }));
});

function auditedOf(asked: Asked, change: (table: AuditedTable) => Partial<AuditedTable> = () => ({})) {
  const { set, cells, worlds, sensitive, truth } = releasedOf(asked);
  const k = sensitive ? 8 : 5;
  const counts = Uint32Array.from(truth.flat());
  const whole = {
    cells,
    worlds,
    options: asked.width - 1,
    k,
    breakdown: k,
    sensitive,
    earlier: [],
    truth: counts,
  };
  const table: AuditedTable = { ...whole, ...change(whole) };
  return () => auditRelease(set, [table], 1);
}

test('the audit of the finished release passes what the engine makes', () => {
  for (const asked of tried) expect(auditedOf(asked)).not.toThrow();
});

test('the audit refuses a table in which an answer is certain, whatever worlds it is given', () => {
  const off = { concentration: false, certainty: false };
  const bad = tried.filter((asked) => certainCells(releasedOf(asked, off)).length > 0);
  expect(bad.length).toBeGreaterThan(0);
  for (const asked of bad) {
    const { cells, set, truth } = releasedOf(asked, off);
    const exact = Uint8Array.from(cells, (cell) => (cell.kind === 'exact' ? 1 : 0));
    const counts = Uint32Array.from(truth.flat());
    const suspects = new Suspects(new Neighbours(set, exact), { counts, width: asked.width });
    suspects.clear();
    expect(auditedOf(asked, () => ({ cells, worlds: suspects.worlds }))).toThrow();
    expect(auditedOf(asked, () => ({ cells }))).toThrow();
  }
});
