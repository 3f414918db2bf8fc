import type { CellView } from '@danban/contract';
import { baseOf, formatNumber, shareOf, t } from '@danban/i18n';
import type { Lang } from '@danban/i18n';
import type { ShownTable } from './shown.ts';

type Text = ShownTable['options'][number]['label'];

/** One line of a table: an option with its bar and its figures, or the words that stand in their place. */
export interface FigureRow {
  label: Text;
  /** Percent 0–100 the bar is long; `null` draws none: what is protected has no length, and a bound is none. */
  part: number | null;
  shown: { count: string; share: string } | { words: string };
  /** Stands beside the options rather than among them. */
  soft?: boolean;
}

/** The options of one table, then who stayed silent. */
export function optionRows(lang: Lang, type: string, { options, cell }: ShownTable): FigureRow[] {
  const rows = options.map(({ label }, at) => ({
    label,
    part: partOf(type, cell, at + 1),
    shown: figuresAt(lang, type, cell, at + 1),
  }));
  return [...rows, { label: silentLabel, part: null, shown: silent(lang, cell), soft: true }];
}

/** A multiple choice: every option was chosen or not, so each is a table of its own and a line here. */
export function chosenRows(lang: Lang, tables: readonly ShownTable[]): FigureRow[] {
  return tables.map(({ label, cell }) => ({
    label: label ?? { vi: '' },
    part: partOf('multi', cell, 1),
    shown: figuresAt(lang, 'multi', cell, 1),
  }));
}

/** The share of a position, where it is shown exactly. */
export function partOf(type: string, cell: CellView, position: number): number | null {
  if (cell.kind !== 'exact') return null;
  const base = baseOf(type, cell);
  return base === 0 ? null : (100 * (cell.counts[position] ?? 0)) / base;
}

const silentLabel: Text = { vi: t('vi', 'common.noAnswer'), en: t('en', 'common.noAnswer') };

function silent(lang: Lang, cell: CellView): FigureRow['shown'] {
  if (cell.kind === 'exact') return { count: formatNumber(lang, cell.counts[0] ?? 0), share: '–' };
  return figuresAt(lang, '', cell, 0);
}

function figuresAt(lang: Lang, type: string, cell: CellView, position: number): FigureRow['shown'] {
  if (cell.kind === 'exact') {
    const count = cell.counts[position] ?? 0;
    return { count: formatNumber(lang, count), share: shareOf(lang, count, baseOf(type, cell)) };
  }
  if (cell.kind === 'band' && cell.option === position) {
    return { words: t(lang, 'results.atLeast', { percent: `${cell.atLeast}%` }) };
  }
  return { words: t(lang, 'common.protected') };
}
