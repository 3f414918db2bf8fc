import type { CellView } from '@danban/contract';
import { baseOf } from '@danban/i18n';
import type { ShownQuestion, ShownTable } from './view.ts';

/**
 * What a chart draws: a bar per label, made of one part, or of a part per option where options lie beside each other.
 * Parts are percent 0–100; `null` may not be shown and is drawn as nothing, with its words beside it.
 */
export interface Bars {
  labels: Text[];
  /** `tone` 1–5 runs from the low end of a scale to the high one; 0 stands outside it ("no opinion"). */
  series: { label: Text | null; tone: number; parts: (number | null)[] }[];
}
/** Texts already in the language of the page. */
export type WrittenBars = { labels: string[]; series: (Omit<Bars['series'][number], 'label'> & { label: string })[] };
type Text = ShownTable['options'][number]['label'];

export function barsOf({ type, tables }: ShownQuestion): Bars {
  if (type === 'multi') return chosenBars(tables);
  const [first] = tables;
  if (type !== 'matrix') return optionBars(type, first);
  const series = (first?.options ?? []).map(({ label }, at, options) => ({
    label,
    tone: toneOf(options, at),
    parts: tables.map(({ cell }) => partOf(type, cell, at + 1)),
  }));
  return { labels: tables.map(({ label }) => label ?? { vi: '' }), series };
}

function chosenBars(tables: readonly ShownTable[]): Bars {
  const labels = tables.map(({ label }) => label ?? { vi: '' });
  return { labels, series: [{ label: null, tone: 5, parts: tables.map(({ cell }) => partOf('multi', cell, 1)) }] };
}

function optionBars(type: string, table: ShownTable | undefined): Bars {
  const options = table?.options ?? [];
  const parts = options.map((_, at) => (table ? partOf(type, table.cell, at + 1) : null));
  return { labels: options.map(({ label }) => label), series: [{ label: null, tone: 5, parts }] };
}

function toneOf(options: ShownTable['options'], at: number): number {
  const inScale = options.filter(({ score }) => score !== null);
  const place = inScale.indexOf(options[at] ?? { label: { vi: '' } });
  return place < 0 ? 0 : Math.round(1 + (4 * place) / Math.max(1, inScale.length - 1));
}

/** The share of a position, where it is shown exactly. A band is a bound, and no bar has its length. */
function partOf(type: string, cell: CellView, position: number): number | null {
  if (cell.kind !== 'exact') return null;
  const base = baseOf(type, cell);
  return base === 0 ? null : (100 * (cell.counts[position] ?? 0)) / base;
}

/** Whether there is anything to draw. */
export function isDrawable({ series }: Bars): boolean {
  return series.some(({ parts }) => parts.some((part) => part !== null));
}
