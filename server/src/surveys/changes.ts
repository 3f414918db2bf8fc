import { canonicalJson } from '@danban/bytes';
import type { Definition } from '@danban/survey';

export interface Changes {
  /** Questions that are new, gone, or no longer what they were. */
  added: number;
  removed: number;
  changed: number;
}

/** How much a save changes, in numbers; null where it changes nothing. What was written stays in the draft. */
export function changesBetween(before: Definition, after: Definition): Changes | null {
  if (canonicalJson(before) === canonicalJson(after)) return null;
  const old = new Map(before.questions.map((question) => [question.id, canonicalJson(question)]));
  const kept = after.questions.filter((question) => old.has(question.id));
  return {
    added: after.questions.length - kept.length,
    removed: before.questions.length - kept.length,
    changed: kept.filter((question) => old.get(question.id) !== canonicalJson(question)).length,
  };
}
