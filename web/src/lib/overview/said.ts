import { formatNumber, formatPercent, t, unitName } from '@danban/i18n';
import type { Lang } from '@danban/i18n';
import type { Units } from './attention.ts';
import type { Turnout } from './turnout.ts';

/** An index as it is said: a whole number of 0–100. */
export function indexSaid(lang: Lang, index: number): string {
  return formatNumber(lang, index, 0);
}

/** Units by name: "Trường A, Trường B và 7 nơi khác". */
export function unitsSaid(lang: Lang, { named, others }: Units): string {
  const names = named.map((unit) => unitName(lang, unit));
  const said = new Intl.ListFormat(lang, { type: others > 0 ? 'unit' : 'conjunction' }).format(names);
  return others > 0 ? t(lang, 'overview.andMore', { units: said, count: others }) : said;
}

/** Who took part most and least, of the units whose share is shown exactly. */
export function turnoutFinding(lang: Lang, found: Turnout): string {
  switch (found.kind) {
    case 'none':
      return t(lang, 'overview.turnoutNone');
    case 'alike':
      return t(lang, 'overview.turnoutAlike', { percent: formatPercent(lang, found.percent) });
    case 'ends':
      return t(lang, 'overview.turnoutFinding', {
        count: found.count,
        high: unitName(lang, found.high),
        highPercent: formatPercent(lang, found.high.percent),
        low: unitName(lang, found.low),
        lowPercent: formatPercent(lang, found.low.percent),
      });
  }
}
