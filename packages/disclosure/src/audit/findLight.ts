import type { EngineChecks } from '../checks.ts';
import type { Span } from '../ledger/span.ts';
import { POLICY } from '../policy.ts';
import { turnToHeaviest } from './heavyPivots.ts';
import { lightCombinations } from './lightCombinations.ts';
import { lightSupports } from './lightSupports.ts';
import { turnAtRandom } from './randomPivots.ts';

type Chance = (below: number) => number;

/**
 * Supports of fewer than `k` people on which some vector of the space rests; none means that none was found.
 *
 * First every combination is tried from the basis with the heaviest pivots. Where that would take too long, rows and
 * pairs of rows of eight more bases, taken at random, are looked at instead.
 */
export function findLight(checks: EngineChecks, span: Span, k: number, chance: Chance): number[][] {
  turnToHeaviest(span, k);
  if (checks.everyCombination) {
    const { supports, isComplete } = lightCombinations(span, k);
    if (isComplete || supports.length > 0) return supports;
  }
  return lightInSomeBases(checks, span, k, chance);
}

function lightInSomeBases({ randomPivots }: EngineChecks, span: Span, k: number, chance: Chance): number[][] {
  const supports = lightSupports(span, k);
  for (let turn = 0; randomPivots && turn < POLICY.audit.randomPivots; turn++) {
    turnAtRandom(span, k, chance);
    supports.push(...lightSupports(span, k));
  }
  return supports;
}
