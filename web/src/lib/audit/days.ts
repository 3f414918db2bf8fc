import type { AuditEntryView } from '@danban/contract';
import { formatDate, type Lang } from '@danban/i18n';

export interface Day {
  /** As it is written in the language of the page. */
  date: string;
  acts: AuditEntryView[];
}

/** Acts by the day in Vietnam, in the order given. */
export function byDay(lang: Lang, acts: readonly AuditEntryView[]): Day[] {
  const days: Day[] = [];
  for (const act of acts) {
    const date = formatDate(lang, act.at);
    const last = days.at(-1);
    if (last?.date === date) last.acts.push(act);
    else days.push({ date, acts: [act] });
  }
  return days;
}
