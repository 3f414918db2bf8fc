import { POLICY, type GroupThresholds, type ReleasePlan } from '@danban/disclosure';
import { crossedOf, type Definition, type QuestionOf } from '@danban/survey';

/** As they hold for groups (disclosure R2): a breakdown never rests on fewer than ten. */
export function thresholdsOf({ thresholds: { unit, sensitive } }: Pick<Definition, 'thresholds'>): GroupThresholds {
  return {
    unit,
    breakdown: Math.max(unit, POLICY.thresholds.breakdown),
    sensitive: Math.max(unit, sensitive),
  };
}

/** The plan of a definition as the engine knows it, with the criteria that it names. */
export function releasePlan(
  { plan }: Pick<Definition, 'plan'>,
  criteria: readonly QuestionOf<'single'>[],
): ReleasePlan {
  return {
    dimensions: criteria.map(({ options }) => ({ categories: options.length })),
    crossed: plan ? crossedOf(plan, criteria) : [],
  };
}
