import { subtreeTotals, type UnitTree } from '../tree.ts';
import { previewBreakdown, type Looked } from './previewBreakdown.ts';
import type { Expected, PlanPreview, PlanShare } from './types.ts';
import { warningsOf } from './warnings.ts';

/**
 * What a release would show if as many people answered as expected (rules R1 to R6, and of R7 what the criteria
 * themselves are asked): groups shown per breakdown and level, and what an organizer should know, as codes and numbers.
 *
 * Each breakdown is looked at beside the unit totals alone, which is quick; beside all others a few groups more may be
 * hidden. Pure: same input, same preview. Throws where people or shares do not fit the tree and the plan.
 */
export function previewPlan(expected: Expected): PlanPreview {
  const { tree, plan, people } = expected;
  const standsFor = expected.standsFor ?? new Float64Array(tree.parent.length).fill(1);
  const n = subtreeTotals(tree, people, 1);
  const asked = [[], ...plan.dimensions.map((_, dimension) => [dimension]), ...plan.crossed];
  const looked = asked.map((dimensions) => previewBreakdown(expected, n, dimensions));
  const levels = levelsOf(tree);
  const shares = looked.map((one) => byLevel(one, levels, standsFor));
  const own = ownOf(expected, looked[0]!.shown, standsFor);
  return { shares: shares.flat(), own, warnings: warningsOf({ expected, n, looked, shares, own, standsFor }) };
}

function levelsOf({ parent }: UnitTree): Uint16Array {
  const levels = new Uint16Array(parent.length);
  parent.forEach((above, unit) => (levels[unit] = above < 0 ? 0 : levels[above]! + 1));
  return levels;
}

function byLevel({ dimensions, groups, shown }: Looked, levels: Uint16Array, standsFor: Float64Array): PlanShare[] {
  const counts: { groups: number; shown: number }[] = [];
  groups.forEach((many, unit) => {
    if (many === 0 || standsFor[unit] === 0) return;
    const count = (counts[levels[unit]!] ??= { groups: 0, shown: 0 });
    count.groups += many * standsFor[unit]!;
    count.shown += shown[unit]! * standsFor[unit]!;
  });
  return counts.flatMap((count, level) => ({
    dimensions,
    level,
    groups: Math.round(count.groups),
    shown: Math.round(count.shown),
  }));
}

/** Of people as they are attached to units; those whose units were left out of a sample are nobody's. */
function ownOf({ people }: Expected, shown: Uint32Array, standsFor: Float64Array): PlanPreview['own'] {
  const own = { people: 0, shown: 0 };
  people.forEach((count, unit) => {
    own.people += count * standsFor[unit]!;
    own.shown += count * standsFor[unit]! * shown[unit]!;
  });
  return { people: Math.round(own.people), shown: Math.round(own.shown) };
}
