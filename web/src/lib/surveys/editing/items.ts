import { freeId, givenItem, type Question } from '@danban/survey';

/** The lists of a question: what may be chosen, and the rows of a matrix. */
export type List = 'option' | 'row';
export type Item = { id: string; text: { vi: string; en?: string }; score?: number | null };

export function newItem(items: readonly Item[], list: List, text?: string): Item {
  const id = freeId(items, list === 'row' ? 'r' : 'o');
  const number = items.length + 1;
  return { id, text: text === undefined ? givenItem(list, number) : { vi: text } };
}

/** Lines pasted from a document become items, without the bullets and numbers they carried there. */
export function pasteLines(items: readonly Item[], list: List, lines: string): Item[] {
  const words = lines
    .split('\n')
    .map((line) => line.replace(/^\s*(?:[-–•*+]|\d{1,2}[.)]|[a-zđ][.)])\s+/iu, '').trim())
    .filter((line) => line !== '');
  const pasted = words.reduce<Item[]>((all, text) => [...all, newItem(all, list, text)], [...items]);
  return withScores(items, pasted);
}

/** Steps of a scale count upwards in the order they stand in; what is outside the scale stays there. */
export function withScores(before: readonly Item[], after: readonly Item[]): Item[] {
  const scores = before.flatMap(({ score }) => (typeof score === 'number' ? [score] : []));
  if (scores.length === 0) return [...after];
  const counted = scores.every((score, at) => score === at + 1);
  let last = counted ? 0 : Math.max(...scores);
  return after.map((item) => {
    if (item.score === null || (!counted && item.score !== undefined)) return item;
    return { ...item, score: ++last };
  });
}

/** An alert no longer waits for the option that goes; one that waits for nothing goes, too. */
export function withoutAlertOn(question: Question, option: string): Question {
  if (!('alert' in question) || !question.alert) return question;
  const { alert, ...rest } = question;
  const whenOptions = alert.whenOptions.filter((id) => id !== option);
  return whenOptions.length === 0 ? rest : { ...rest, alert: { ...alert, whenOptions } };
}
