import { en } from './en/index.ts';
import { vi } from './vi/index.ts';

export type Lang = 'vi' | 'en';
export type MessageKey = keyof typeof vi;
export type Params = Readonly<Record<string, string | number>>;

const catalogs: Record<Lang, Readonly<Record<MessageKey, string>>> = { vi, en };

/**
 * The sentence for a key, with `{name}` filled from `params`; numbers are written as the language writes them.
 * A name without a parameter stays visible, so that it is noticed.
 */
export function t(lang: Lang, key: MessageKey, params: Params = {}): string {
  return catalogs[lang][key].replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = params[name];
    if (value === undefined) return whole;
    return typeof value === 'number' ? formatNumber(lang, value) : value;
  });
}

/** Whether a key built at run time (a problem or issue code) has a sentence. */
export function isMessageKey(key: string): key is MessageKey {
  return Object.hasOwn(vi, key);
}

const locale: Record<Lang, string> = { vi: 'vi-VN', en: 'en-GB' };

/** `1.234,5` in Vietnamese, `1,234.5` in English; at most `digits` decimals. */
export function formatNumber(lang: Lang, value: number, digits = 1): string {
  return new Intl.NumberFormat(locale[lang], { maximumFractionDigits: digits }).format(value);
}

/** `87,5%` from 87.5; at most one decimal. */
export function formatPercent(lang: Lang, percent: number): string {
  return `${formatNumber(lang, percent)}%`;
}

/** `05/03/2026` in the zone of Vietnam, whatever the machine's zone. */
export function formatDate(lang: Lang, at: Date | string): string {
  return new Intl.DateTimeFormat(locale[lang], {
    timeZone: 'Asia/Ho_Chi_Minh',
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
  }).format(new Date(at));
}

/** `17:00` in the zone of Vietnam. */
export function formatTime(lang: Lang, at: Date | string): string {
  return new Intl.DateTimeFormat(locale[lang], {
    timeZone: 'Asia/Ho_Chi_Minh',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(new Date(at));
}

/** `17:00, 05/03/2026` in the zone of Vietnam. */
export function formatDateTime(lang: Lang, at: Date | string): string {
  return `${formatTime(lang, at)}, ${formatDate(lang, at)}`;
}

/** `17 giờ, thứ Năm ngày 05 tháng 3 năm 2026`: as it is read out and as official letters write it, in the zone of Vietnam. */
export function formatMoment(lang: Lang, at: Date | string): string {
  const parts = new Intl.DateTimeFormat(locale[lang], {
    timeZone: 'Asia/Ho_Chi_Minh',
    weekday: 'long',
    day: '2-digit',
    month: lang === 'vi' ? 'numeric' : 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(new Date(at));
  const { weekday, day, month, year, hour, minute } = Object.fromEntries(parts.map(({ type, value }) => [type, value]));
  if (lang === 'en') return `${hour}:${minute} on ${weekday}, ${Number(day)} ${month} ${year}`;
  const time = minute === '00' ? `${Number(hour)} giờ` : `${Number(hour)} giờ ${minute}`;
  const named = weekday!.replace(/^Thứ/, 'thứ');
  // Decree 30/2020: a zero before days under 10 and months under 3.
  const monthWritten = Number(month) < 3 ? `0${Number(month)}` : month;
  return `${time}, ${named} ngày ${day} tháng ${monthWritten} năm ${year}`;
}
