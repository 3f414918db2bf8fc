import type { ParticipationView } from '@danban/contract';
import { formatPercent, t } from '@danban/i18n';
import type { Lang } from '@danban/i18n';
import type { ShownUnit } from './view.ts';

/** How many took part, in a sentence; the bounds are said as bounds. */
export function participationSentence(lang: Lang, part: ParticipationView): string {
  switch (part.kind) {
    case 'exact':
      return exactSentence(lang, part);
    case 'band':
      return t(lang, 'results.part.band', { percent: formatPercent(lang, part.atLeast) });
    case 'below':
      return t(lang, 'results.part.below', { percent: formatPercent(lang, part.percent) });
    case 'few':
      return `${t(lang, 'common.protected')}.`;
    case 'unknown':
      return t(lang, 'results.part.unknown');
  }
}

function exactSentence(lang: Lang, part: Extract<ParticipationView, { kind: 'exact' }>): string {
  const { respondents, invited, percent, moreThanInvited } = part;
  if (invited === null || percent === null) return t(lang, 'results.part.count', { respondents });
  const said = t(lang, 'results.part.exact', { respondents, invited, percent: formatPercent(lang, percent) });
  return moreThanInvited ? `${said} ${t(lang, 'results.part.more')}` : said;
}

export function unitName(lang: Lang, { name, own }: Pick<ShownUnit, 'name' | 'own'>): string {
  return own ? t(lang, 'results.ownUnit', { name }) : name;
}

/** Indentation a plain select can show. */
export function indentedName(lang: Lang, unit: ShownUnit): string {
  return `${'\u2003'.repeat(unit.depth)}${unitName(lang, unit)}`;
}
