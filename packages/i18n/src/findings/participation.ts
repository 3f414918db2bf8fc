import { formatPercent, t } from '../messages.ts';
import type { Lang } from '../messages.ts';
import { FEW_ANSWERS, whoName } from './words.ts';
import type { Who } from './words.ts';

/** How many took part, as rule R11 lets it be said. */
export type FoundParticipation =
  | { kind: 'exact'; respondents: number; invited: number | null; percent: number | null; moreThanInvited: boolean }
  | { kind: 'band'; atLeast: number }
  | { kind: 'below'; percent: number }
  | { kind: 'few' }
  | { kind: 'unknown' };
type Exact = Extract<FoundParticipation, { kind: 'exact' }>;

/** Percent of those asked below which figures describe those who answered and not everybody. */
const LEAST_SHARE = 30;
/** From this share on, even a few answers are nearly all there could be. */
const NEARLY_ALL = 80;

/** Whom figures speak of: a sheet too many cannot be somebody who was asked, so then they are only sheets. */
export function whoAnswered(who: Who, part: FoundParticipation): Who {
  return part.kind === 'exact' && part.moreThanInvited ? 'form' : who;
}

/** How many of the sheets were filled in on paper; null: too few to say. */
export const onPaperSentence = (lang: Lang, { sheets }: { sheets: number | null }): string =>
  sheets === null ? t(lang, 'results.onPaperSome') : t(lang, 'results.onPaper', { count: sheets });

/** How many took part, in a sentence; bounds are said as bounds. */
export function participationSentence(lang: Lang, part: FoundParticipation, who: Who): string {
  const named = { who: whoName(lang, who) };
  switch (part.kind) {
    case 'exact':
      return exactSentence(lang, part, named);
    case 'band':
      return t(lang, 'results.part.band', { ...named, percent: formatPercent(lang, part.atLeast) });
    case 'below':
      return t(lang, 'results.part.below', { ...named, percent: formatPercent(lang, part.percent) });
    case 'few':
      return `${t(lang, 'common.protected')}.`;
    case 'unknown':
      return t(lang, 'results.part.unknown', named);
  }
}

/**
 * Whether figures speak for those who answered alone: too small a part was asked back, or nobody knows how large a
 * part. False where participation is protected, for then no figure is shown either.
 */
export function speaksForFew(part: FoundParticipation): boolean {
  return part.kind === 'exact' && reasonOf(part) !== null;
}

/** That the figures are not those of everybody asked, and why; empty where they may be read so. */
export function cautionSentence(lang: Lang, part: FoundParticipation, who: Who): string {
  if (part.kind !== 'exact') return '';
  const reason = reasonOf(part);
  if (reason === null) return '';
  const { respondents, invited, percent } = part;
  return t(lang, `caution.${reason}`, {
    respondents,
    invited: invited ?? '',
    percent: percentWords(lang, percent ?? 0),
    who: whoName(lang, who),
  });
}

function reasonOf({ respondents, percent }: Exact): 'share' | 'few' | 'unknown' | null {
  if (percent === null) return 'unknown';
  if (percent < LEAST_SHARE) return 'share';
  return respondents < FEW_ANSWERS && percent < NEARLY_ALL ? 'few' : null;
}

function exactSentence(lang: Lang, part: Exact, named: { who: string }): string {
  const { respondents, invited, percent, moreThanInvited } = part;
  if (invited === null || percent === null) return t(lang, 'results.part.count', { ...named, respondents });
  const said = t(lang, 'results.part.exact', {
    ...named,
    respondents,
    invited,
    percent: percentWords(lang, percent),
  });
  return moreThanInvited ? `${said} ${t(lang, 'results.part.more')}` : said;
}

/** A share that rounds to nothing is still not nothing. */
function percentWords(lang: Lang, percent: number): string {
  return percent > 0
    ? formatPercent(lang, percent)
    : t(lang, 'results.part.tiny', { percent: formatPercent(lang, 0.1) });
}
