import { facets } from '@danban/survey';
import { fixed, formatNumber, formatPercent, inLang, t, unitName, whoName } from '@danban/i18n';
import type { Lang, Who } from '@danban/i18n';
import type { Attention } from './attention.ts';
import type { Headline } from './headline.ts';
import type { Heat } from './heat.ts';
import type { ShownFacet, ShownProfile } from './profiles.ts';
import { extremes } from './extremes.ts';
import { indexSaid, unitsSaid } from './said.ts';

/** A question or an item as it is named inside a sentence. */
function named(lang: Lang, text: Parameters<typeof inLang>[1]): string {
  return inLang(lang, text).replace(/:$/, '');
}

/** One thing to look at first, in a sentence. */
export function attentionSaid(lang: Lang, found: Attention, who: Who): string {
  switch (found.kind) {
    case 'alert':
      return alertSaid(lang, found, who);
    case 'fell': {
      const change = formatNumber(lang, Math.abs(found.change), 2);
      return t(lang, 'overview.attention.fell', { question: named(lang, found.question.text), change });
    }
    case 'few':
      return t(lang, 'overview.attention.few', { percent: formatPercent(lang, found.percent) });
    case 'few-below':
      return t(lang, 'overview.attention.fewBelow', { units: unitsSaid(lang, found.units) });
    case 'weak': {
      const item = named(lang, found.label);
      return t(lang, 'overview.attention.weak', { item, index: indexSaid(lang, found.index) });
    }
  }
}

/** What stands where there is nothing to look at first. */
export function quietSaid(lang: Lang, { told }: { told: boolean }): string {
  return t(lang, told ? 'overview.attentionNone' : 'overview.attentionUntold');
}

function alertSaid(lang: Lang, found: Extract<Attention, { kind: 'alert' }>, who: Who): string {
  const { count, units } = found;
  const question = named(lang, found.question.text);
  const here = t(lang, 'overview.attention.alert', { question, count, who: whoName(lang, who) });
  const below = t(lang, 'overview.attention.alertBelow', { question, units: unitsSaid(lang, units) });
  return [...(count > 0 ? [here] : []), ...(units.named.length > 0 ? [below] : [])].join(' ');
}

/** The headline as it stands: the mean, of how many, and how sure that is. */
export function scoreSaid(lang: Lang, { waves, scale }: Headline): string {
  const now = waves.at(-1);
  if (!now?.score) return t(lang, 'overview.hidden');
  const { score, interval } = now;
  const said = t(lang, 'overview.score', { mean: fixed(lang, score.mean), max: scale.to, valid: score.valid });
  const sure = interval
    ? t(lang, 'overview.between', { low: fixed(lang, interval.low), high: fixed(lang, interval.high) })
    : t(lang, 'overview.tooFew');
  return `${said}; ${sure}.`;
}

/** How the headline moved since the wave before, or why nothing can be said. */
export function movementSaid(lang: Lang, { waves, movement }: Headline): string {
  if (waves.length < 2) return t(lang, 'overview.noWaves');
  if (!movement) return waves.at(-1)?.score ? t(lang, 'overview.beforeHidden') : '';
  if (movement.change === 0) return t(lang, 'overview.same');
  const change = formatNumber(lang, Math.abs(movement.change), 2);
  return t(lang, `overview.${movement.verdict}`, { change });
}

export function profileSaid(lang: Lang, { items, index }: ShownProfile): string {
  const shown = items.flatMap(({ label, index: figure }) => (figure === null ? [] : [{ label, figure }]));
  const ends = extremes(shown, ({ figure }) => figure);
  if (!ends) return index === null ? t(lang, 'overview.profileHidden') : '';
  const said = {
    high: named(lang, ends.high.label),
    highIndex: indexSaid(lang, ends.high.figure),
    low: named(lang, ends.low.label),
    lowIndex: indexSaid(lang, ends.low.figure),
  };
  if (index === null) return t(lang, 'overview.profileParts', said);
  return t(lang, 'overview.profileFinding', { ...said, index: indexSaid(lang, index) });
}

export function facetsSaid(lang: Lang, shown: readonly ShownFacet[]): string {
  const known = shown.flatMap(({ facet, index }) => (index === null ? [] : [{ facet, index }]));
  const unasked = facets.filter((facet) => shown.find((one) => one.facet === facet)?.questions === 0);
  const names = unasked.map((facet) => t(lang, `facet.${facet}`)).join(', ');
  const rest = unasked.length > 0 ? t(lang, 'overview.facetsUnasked', { facets: names }) : '';
  return [facetEnds(lang, known), rest].filter(Boolean).join(' ');
}

function facetEnds(lang: Lang, known: { facet: ShownFacet['facet']; index: number }[]): string {
  const [first] = known;
  if (!first) return t(lang, 'overview.facetsNone');
  const ends = extremes(known, ({ index }) => index);
  const high = ends?.high ?? first;
  const said = { high: t(lang, `facet.${high.facet}`), highIndex: indexSaid(lang, high.index) };
  if (!ends) return known.length === 1 ? t(lang, 'overview.facetsOne', said) : '';
  return t(lang, 'overview.facetsFinding', {
    ...said,
    low: t(lang, `facet.${ends.low.facet}`),
    lowIndex: indexSaid(lang, ends.low.index),
  });
}

export function heatSaid(lang: Lang, { found }: Heat): string {
  if (found === 'none') return t(lang, 'overview.heatNone');
  if (found === 'alike') return t(lang, 'overview.heatAlike');
  const { high, low } = found;
  return t(lang, 'overview.heatFinding', {
    unit: unitName(lang, low),
    number: low.number,
    index: indexSaid(lang, low.figure),
    highUnit: unitName(lang, high),
    highNumber: high.number,
    highIndex: indexSaid(lang, high.figure),
  });
}
