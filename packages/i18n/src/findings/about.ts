import { formatDate, t, type Lang } from '../messages.ts';

interface About {
  body: string;
  unit: string;
  closedOn: string;
}
interface Mark {
  kind: 'interim' | 'final' | 'correction';
  madeOn: string;
  reason?: string | undefined;
}

/** Who asked where, and until when: a release before the close says on which day it was counted instead. */
export function aboutSentence(lang: Lang, { body, unit, closedOn }: About, { kind, madeOn }: Mark): string {
  if (kind === 'interim') return t(lang, 'results.aboutOpen', { body, unit, date: formatDate(lang, madeOn) });
  return t(lang, 'results.about', { body, unit, date: formatDate(lang, closedOn) });
}

/** A release as a list or a sentence names it. */
export function releaseName(lang: Lang, { kind, madeOn }: Mark): string {
  return t(lang, 'results.release.on', { kind: t(lang, `results.release.${kind}`), date: formatDate(lang, madeOn) });
}

/** What a correction says of itself; nothing of any other release. */
export function correctionSentence(lang: Lang, { kind, madeOn, reason }: Mark): string {
  if (kind !== 'correction') return '';
  const date = formatDate(lang, madeOn);
  return reason === undefined
    ? t(lang, 'results.correction.plain', { date })
    : t(lang, 'results.correction', { date, reason });
}
