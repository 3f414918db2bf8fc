import type { AuditEntryView } from '@danban/contract';

const oneSitting = 10 * 60 * 1000;

/** Whether both are saves of a draft by one person, with no long pause between them. */
function goesOn(before: AuditEntryView | undefined, act: AuditEntryView): before is AuditEntryView {
  if (act.act !== 'survey.edit' || before?.act !== 'survey.edit') return false;
  return before.actor?.name === act.actor?.name && Date.parse(act.at) - Date.parse(before.at) < oneSitting;
}

function sums(one: AuditEntryView['details'], other: AuditEntryView['details']): AuditEntryView['details'] {
  return Object.fromEntries(Object.entries(one).map(([name, n]) => [name, Number(n) + Number(other[name] ?? 0)]));
}

/** Saves of a draft that follow each other become one with the sums of what they changed, under the time of the last. */
export function folded(acts: readonly AuditEntryView[]): AuditEntryView[] {
  const lines: AuditEntryView[] = [];
  for (const act of acts) {
    const last = lines.at(-1);
    if (goesOn(last, act)) lines[lines.length - 1] = { ...act, details: sums(act.details, last.details) };
    else lines.push(act);
  }
  return lines;
}
