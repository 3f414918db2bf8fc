import type { CommitmentsView } from '@danban/contract';
import { formatNumber, t, type Lang } from '@danban/i18n';

type Counted = Pick<CommitmentsView, 'counts' | 'confirmed'>;

/** How many are kept, late and open. */
export function countsSaid(lang: Lang, { counts: { kept, late, open } }: Counted): string {
  const [k, l, o] = [kept, late, open].map((count) => formatNumber(lang, count)) as [string, string, string];
  return t(lang, 'commitments.counts', { kept: k, late: l, open: o });
}

/** How many of the kept ones rest on more than the word of who promised, and how many the board objects to. */
export function checkedSaid(lang: Lang, { counts, confirmed }: Counted): string {
  const said = [
    ...(counts.disputed > 0 ? [t(lang, 'commitments.disputed', { count: formatNumber(lang, counts.disputed) })] : []),
    ...(counts.kept > 0 ? [t(lang, 'commitments.confirmed', { count: formatNumber(lang, confirmed) })] : []),
  ];
  return said.join(' ');
}

/** How many reports wait for the inspection board. */
export const waitingForCheck = ({ commitments }: Pick<CommitmentsView, 'commitments'>): number =>
  commitments.filter(({ state, marks }) => state === 'kept' && marks[0]?.checks.length === 0).length;
