import { previewPlan, sampleUnits, type Expected, type PlanPreview } from '@danban/disclosure';

export interface Previewed {
  preview: PlanPreview;
  /** Units that were looked at in place of all; `null`: all were. */
  sampled: number | null;
}

/** More units than a province has: of larger organisations as many are looked at. */
const mostUnits = 600;

/** What a release would show; of a country a sample of it, within the time somebody waits for a page. */
export function previewOf(expected: Expected): Previewed {
  const units = expected.tree.parent.length;
  if (units <= mostUnits) return { preview: previewPlan(expected), sampled: null };
  const { tree, people, standsFor, unit } = sampleUnits(expected.tree, expected.people, mostUnits);
  const looked = unit.filter((at) => at >= 0).length;
  return { preview: previewPlan({ ...expected, tree, people, standsFor }), sampled: looked };
}
