import { canonicalJson } from '@danban/bytes';
import type { Definition } from '@danban/survey';

export interface Changes {
  /** Questions that are new, gone, or no longer what they were. */
  added: number;
  removed: number;
  changed: number;
}

/**
 * How much a save changes, in numbers; null where it changes nothing. What was written stays in the draft. A question that
 * is not what it was when the sitting began has been told of already: over a sitting the numbers add up.
 */
export function changesBetween(before: Definition, after: Definition, begun: Definition = before): Changes | null {
  if (canonicalJson(before) === canonicalJson(after)) return null;
  const [old, first] = [wordsById(before), wordsById(begun)];
  const kept = after.questions.filter((question) => old.has(question.id));
  return {
    added: after.questions.length - kept.length,
    removed: before.questions.length - kept.length,
    changed: kept.filter((question) => {
      const was = old.get(question.id);
      return was !== canonicalJson(question) && was === first.get(question.id);
    }).length,
  };
}

function wordsById({ questions }: Definition): Map<string, string> {
  return new Map(questions.map((question) => [question.id, canonicalJson(question)]));
}
