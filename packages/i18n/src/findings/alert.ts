import { t } from '../messages.ts';
import type { Lang } from '../messages.ts';
import type { FoundCell, FoundTable, FoundText } from './figures.ts';
import { labelAt, whoName } from './words.ts';
import type { Who } from './words.ts';

/** A mark of a question: so many who chose one of these options (positions from 1) are to be looked into. */
export interface Alert {
  options: readonly number[];
  minCount: number;
  note?: FoundText | undefined;
}

/** What a cell says about a mark. `hidden`: the release does not show it, so neither that it is reached nor that not. */
export type AlertReading = { kind: 'reached' | 'below'; count: number } | { kind: 'hidden' };

/** Read from the counts of an exact cell and from nothing else. */
export function readAlert({ options, minCount }: Alert, cell: FoundCell): AlertReading {
  if (cell.kind !== 'exact') return { kind: 'hidden' };
  const count = options.reduce((sum, position) => sum + (cell.counts[position] ?? 0), 0);
  return { kind: count >= minCount ? 'reached' : 'below', count };
}

/** The mark and what the cell says of it, in words. */
export function alertSentence(lang: Lang, alert: Alert, table: FoundTable, cell: FoundCell, who: Who): string {
  const options = alert.options.map((position) => `“${labelAt(lang, table, position)}”`).join(t(lang, 'asked.or'));
  const reading = readAlert(alert, cell);
  const said = { least: alert.minCount, options, who: whoName(lang, who) };
  return [
    t(lang, 'alert.mark', said),
    reading.kind === 'hidden' ? t(lang, 'alert.hidden') : t(lang, `alert.${reading.kind}`, { count: reading.count }),
  ].join(' ');
}
