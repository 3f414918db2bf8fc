import { t } from '../messages.ts';
import type { Lang } from '../messages.ts';
import type { FoundCell } from './figures.ts';
import { amongPart, amountOf, fixed, inLang, sentence, whoName } from './words.ts';
import type { ReadTable, Who } from './words.ts';

type Exact = Extract<FoundCell, { kind: 'exact' }>;
interface Ranked {
  name: string;
  cell: Exact;
}

const firsts = ({ cell }: Ranked): number => cell.counts[1] ?? 0;
const quoted = (names: readonly string[]): string => names.map((name) => `“${name}”`).join(', ');

/** A ranking in one sentence: what stands first most often and, where the release gives means, what stands highest. */
export function findingOfRanking(lang: Lang, tables: readonly ReadTable[], who: Who): string {
  const ranked = tables.flatMap(({ label, cell }): Ranked[] =>
    cell.kind === 'exact' ? [{ name: inLang(lang, label ?? { vi: '' }), cell }] : [],
  );
  const [first] = ranked;
  // A unit shows all options of a ranking or none; a part of them would name a winner among those alone.
  if (!first || ranked.length < tables.length) return sentence([t(lang, 'common.protected')]);
  const { n } = first.cell;
  const most = Math.max(...ranked.map(firsts));
  if (most === 0) return t(lang, 'finding.nobody', { n });
  return sentence([firstPart(lang, ranked, most, who), meanPart(lang, ranked)]);
}

function firstPart(lang: Lang, ranked: readonly Ranked[], most: number, who: Who): string {
  const n = ranked[0]!.cell.n;
  const leading = ranked.filter((one) => firsts(one) === most).map(({ name }) => name);
  const said = { among: amongPart(lang, 'asked', n, who), amount: amountOf(lang, most, n), options: quoted(leading) };
  return t(lang, leading.length > 1 ? 'finding.rank.tied' : 'finding.rank.first', said);
}

/** The lowest mean place is the highest; nothing where two share it. */
function meanPart(lang: Lang, ranked: readonly Ranked[]): string {
  const means = ranked.flatMap(({ name, cell: { mean } }) => (mean === null ? [] : [{ name, mean }]));
  const [best, next] = means.toSorted((a, b) => a.mean - b.mean);
  if (!best || !next || means.length < ranked.length || fixed(lang, best.mean) === fixed(lang, next.mean)) return '';
  return t(lang, 'finding.rank.mean', { option: best.name, mean: fixed(lang, best.mean) });
}

/** What the figure beside an option of a ranking is: how many put it first. */
export function rankFigureName(lang: Lang, who: Who): string {
  return t(lang, 'results.figure.first', { who: whoName(lang, who) });
}
