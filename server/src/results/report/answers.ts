import type { ReleasePage, UnitSaid } from '@danban/contract';
import { cautionSentence, formatPercent, onPaperSentence, t, unitName, type Lang, type Who } from '@danban/i18n';
import type { Block, Cell } from '@danban/report';

/** Asked, answered, and the share: each a number, a bound, or the one word for what is protected. */
function partOf(lang: Lang, { participation: part }: UnitSaid): [Cell, Cell, Cell] {
  const [hidden, unknown] = [t(lang, 'common.protected'), t(lang, 'report.unknown')];
  const percent = (value: number): string => formatPercent(lang, value);
  switch (part.kind) {
    case 'exact':
      return [part.invited ?? unknown, part.respondents, part.percent === null ? unknown : percent(part.percent)];
    case 'band':
      return [hidden, hidden, t(lang, 'results.atLeast', { percent: percent(part.atLeast) })];
    case 'below':
      return [hidden, hidden, t(lang, 'results.part.tiny', { percent: percent(part.percent) })];
    case 'few':
      return [hidden, hidden, hidden];
    case 'unknown':
      return [unknown, hidden, unknown];
  }
}

function unopenedIn(lang: Lang, { unopened }: ReleasePage): string {
  if (!unopened) return '';
  const { answers } = unopened;
  return answers === null ? t(lang, 'results.unopenedSome') : t(lang, 'results.unopened', { count: answers });
}

function onPaperIn(lang: Lang, { onPaper }: ReleasePage): string {
  return onPaper ? onPaperSentence(lang, onPaper) : '';
}

/** Who was asked and who answered, in the whole and in the units right below it. */
export function answersBlocks(lang: Lang, page: ReleasePage, who: Who): Block[] {
  const columns = [
    t(lang, 'results.unit'),
    t(lang, 'report.invited'),
    t(lang, 'results.count'),
    t(lang, 'results.share'),
  ];
  const rows = page.units.map((unit) => [unitName(lang, unit), ...partOf(lang, unit)]);
  const notes = [
    cautionSentence(lang, page.units[0]!.participation, who),
    onPaperIn(lang, page),
    unopenedIn(lang, page),
  ];
  return [
    { kind: 'table', columns, rows },
    ...notes.filter((text) => text !== '').map((text): Block => ({ kind: 'note', text })),
  ];
}
