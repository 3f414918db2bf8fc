import type { ListeningView } from '@danban/contract';
import { formatNumber, inLang, t, type Lang } from '@danban/i18n';
import { csvText, type Value } from '@danban/tables';

const columns = [
  ...['consultation', 'survey', 'closedOn', 'index', 'low', 'high'],
  ...['valid', 'fully', 'partly', 'no', 'outside', 'checksum'],
] as const;

/** As a spreadsheet of the language reads a number that is not whole. */
const written = (figure: number, lang: Lang): string => formatNumber(lang, figure, 1);

/** The figures, or one word in place of each where there are none. */
function figuresOf({ figure }: ListeningView, lang: Lang): Value[] {
  if (figure.kind === 'protected') return Array.from({ length: 8 }, () => t(lang, 'common.protected'));
  if (figure.kind !== 'index') return Array.from({ length: 8 }, () => '');
  const { index, low, high, valid, fully, partly, no, outside } = figure;
  const ends = [low, high].map((end) => (end === null ? '' : written(end, lang)));
  return [written(index, lang), ...ends, valid, fully, partly, no, outside];
}

/** The index as a table of one row: what it was made of stands beside it. */
export function listeningCsv(view: ListeningView, lang: Lang): string {
  const { consultation, survey, release } = view;
  const names = [inLang(lang, consultation.title), inLang(lang, survey.title), { day: survey.closedOn }];
  const row: Value[] = [...names, ...figuresOf(view, lang), release.checksum];
  return csvText([columns.map((column) => t(lang, `listening.column.${column}`)), row], lang);
}
