import { relations, type DraftChange, type PublicComparisonView } from '@danban/contract';
import { formatNumber, t, type Lang, type Params } from '@danban/i18n';

type Counts = PublicComparisonView['counts'];

/** `giữ nguyên 20, sửa 16, thêm 8`: every relation there is, in one order. */
function counted(lang: Lang, counts: Counts): string {
  const parts = relations.flatMap((relation) => {
    const count = counts[relation] ?? 0;
    return count === 0 ? [] : [t(lang, `relation.count.${relation}`, { count: formatNumber(lang, count) })];
  });
  return parts.join(', ');
}

/** What changed in all, as a sentence. */
export function summaryOf(lang: Lang, { counts, all }: { counts: Counts; all: number }): string {
  const same = counts.unchanged ?? 0;
  if (same === all) return t(lang, 'change.none');
  const said: Params = { all: formatNumber(lang, all), counts: counted(lang, counts) };
  return t(lang, 'change.summary', said);
}

/** A change as it is called: by what it is now, or was; what comes before the first clause, or behind the last, by that. */
export function nameIn(lang: Lang, { kind, from, to }: DraftChange): string {
  if (kind === 'preamble' || kind === 'closing') return t(lang, `draft.kind.${kind}`);
  return (to.length > 0 ? to : from).map(({ name }) => name).join('; ');
}

const quiet = new Set<DraftChange['relation']>(['unchanged', 'orthographic']);

/** The places a reader jumps to, in order. */
export const stopsIn = (changes: readonly DraftChange[]): string[] =>
  changes.filter(({ relation }) => !quiet.has(relation)).map(({ id }) => id);
