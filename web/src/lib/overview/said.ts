import { formatNumber, formatPercent, t, unitName } from '@danban/i18n';
import type { Lang } from '@danban/i18n';
import type { UnitSaid } from '@danban/contract';

/** An index as it is said: a whole number of 0–100. */
export function indexSaid(lang: Lang, index: number): string {
  return formatNumber(lang, index, 0);
}

/** The highest and the lowest of what is shown; `null` where fewer than two differ as they are said. */
export function extremes<Row>(rows: readonly Row[], figure: (row: Row) => number): { high: Row; low: Row } | null {
  const ordered = rows.toSorted((a, b) => figure(b) - figure(a));
  const [high, low] = [ordered[0], ordered.at(-1)];
  if (high === undefined || low === undefined) return null;
  return Math.round(figure(high)) === Math.round(figure(low)) ? null : { high, low };
}

const mostNamed = 4;

/** Units by name: "Trường A, Trường B và 7 nơi khác". */
export function unitsSaid(lang: Lang, units: readonly Pick<UnitSaid, 'name' | 'own'>[]): string {
  const names = units.slice(0, mostNamed).map((unit) => unitName(lang, unit));
  const rest = units.length - names.length;
  const named = new Intl.ListFormat(lang, { type: rest > 0 ? 'unit' : 'conjunction' }).format(names);
  return rest > 0 ? t(lang, 'overview.andMore', { units: named, count: rest }) : named;
}

/** Who took part most and least, of the units whose share is shown exactly. */
export function turnoutFinding(lang: Lang, units: readonly UnitSaid[]): string {
  const shown = units.flatMap((unit) => {
    const { participation: part } = unit;
    return part.kind === 'exact' && part.percent !== null ? [{ unit, percent: part.percent }] : [];
  });
  const [first] = shown;
  if (!first) return t(lang, 'overview.turnoutNone');
  const ends = extremes(shown, ({ percent }) => percent);
  if (!ends) return t(lang, 'overview.turnoutAlike', { percent: formatPercent(lang, first.percent) });
  return t(lang, 'overview.turnoutFinding', {
    count: shown.length,
    high: unitName(lang, ends.high.unit),
    highPercent: formatPercent(lang, ends.high.percent),
    low: unitName(lang, ends.low.unit),
    lowPercent: formatPercent(lang, ends.low.percent),
  });
}
