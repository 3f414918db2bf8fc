import type { ListeningView } from '@danban/contract';
import { formatNumber, t } from '@danban/i18n';
import type { Lang } from '@danban/i18n';

type Figure = ListeningView['figure'];

/** What was found, in a sentence; where there is no figure, why. */
export function findingOf(lang: Lang, figure: Figure): string {
  if (figure.kind !== 'index') return t(lang, `listening.${figure.kind}`);
  const { valid, fully, partly, no } = figure;
  const counts = Object.entries({ valid, fully, partly, no });
  return t(lang, 'listening.finding', {
    ...(Object.fromEntries(counts.map(([name, count]) => [name, formatNumber(lang, count)])) as Record<
      'valid' | 'fully' | 'partly' | 'no',
      string
    >),
  });
}

/** How sure the figure is; nothing where there is none. */
export function surenessOf(lang: Lang, figure: Figure): string {
  if (figure.kind !== 'index') return '';
  const { low, high } = figure;
  if (low === null || high === null) return t(lang, 'listening.tooFew');
  return t(lang, 'listening.between', { low: formatNumber(lang, low, 0), high: formatNumber(lang, high, 0) });
}
