import { unitName } from '@danban/i18n';
import type { Lang } from '@danban/i18n';
import type { Bars } from '../chart/bars.ts';
import { partOf } from './figures.ts';
import { toneOf } from './stack.ts';
import type { Comparison } from './view.ts';

/** More bars than this are no picture; the table has them all. */
const mostUnits = 30;

type Row = Comparison['rows'][number];

/**
 * How the answers of units lie beside each other: a bar a unit, a part an option. They are the unit at `here` and those
 * right below it; where there are none below, it and its neighbours. `null`: a picture would say nothing.
 */
export function comparedBars(lang: Lang, { type, table, rows }: Comparison, here: number): Bars | null {
  const drawn = family(rows, here).filter(({ cell }) => cell.kind === 'exact');
  if (table.options.length < 2 || drawn.length < 2 || drawn.length > mostUnits) return null;
  return {
    labels: drawn.map((row) => unitName(lang, row)),
    series: table.options.map(({ label }, at) => ({
      label: label[lang] ?? label.vi,
      tone: toneOf(type, table.options, at),
      parts: drawn.map(({ cell }) => partOf(type, cell, at + 1)),
    })),
  };
}

/** Rows stand in the order of the tree: a unit, then all that is below it. */
function family(rows: readonly Row[], here: number): Row[] {
  const below = childrenOf(rows, here);
  const own = rows[here];
  if (below.length > 0 || !own) return own ? [own, ...below] : below;
  const above = rows.slice(0, here).findLastIndex(({ depth }) => depth < own.depth);
  return above < 0 ? [own] : [rows[above]!, ...childrenOf(rows, above)];
}

function childrenOf(rows: readonly Row[], at: number): Row[] {
  const depth = rows[at]?.depth ?? 0;
  const rest = rows.slice(at + 1);
  const end = rest.findIndex((row) => row.depth <= depth);
  return rest.slice(0, end < 0 ? rest.length : end).filter((row) => row.depth === depth + 1);
}
