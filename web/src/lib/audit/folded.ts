import type { AuditEntryView } from '@danban/contract';

/** An act, and how often the same was done in a row: saves of a draft by one person are one line. */
export type Folded = AuditEntryView & { times: number };

const sameHand = (a: AuditEntryView, b: AuditEntryView): boolean => a.act === b.act && a.actor?.name === b.actor?.name;

/** Saves of a draft that follow each other become one, under the time of the last. */
export function folded(acts: readonly AuditEntryView[]): Folded[] {
  const lines: Folded[] = [];
  for (const act of acts) {
    const last = lines.at(-1);
    if (act.act === 'survey.edit' && last && sameHand(act, last))
      lines[lines.length - 1] = { ...act, times: last.times + 1 };
    else lines.push({ ...act, times: 1 });
  }
  return lines;
}
