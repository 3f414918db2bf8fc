import { formatDateTime, formatTime, t, type Lang } from './messages.ts';

const day = 24 * 60 * 60 * 1000;
/** Vietnam's clock, which knows no summer time. */
const zone = 7 * 60 * 60 * 1000;
/** Beyond this a date says more than a number of days. */
const countedDays = 30;

const dayNumber = (at: Date): number => Math.floor((at.getTime() + zone) / day);

/** How long people may still answer, in words, by the days of Vietnam's calendar; both are moments in time. */
export function timeLeft(lang: Lang, now: string, closesAt: string): string {
  const [from, to] = [new Date(now), new Date(closesAt)];
  const at = formatDateTime(lang, to);
  if (to <= from) return t(lang, 'left.past', { at });
  const time = formatTime(lang, to);
  const days = dayNumber(to) - dayNumber(from);
  if (days === 0) return t(lang, 'left.today', { time });
  if (days === 1) return t(lang, 'left.tomorrow', { time });
  return t(lang, days > countedDays ? 'left.later' : 'left.days', { days, at });
}
