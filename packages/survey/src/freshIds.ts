import type { Definition } from './definition.ts';
import type { Question } from './questions/index.ts';

interface Item {
  id: string;
}

/** The letters of an id with the first number above all in use: the id of something removed does not come back. */
export function freeId(items: readonly Item[], prefix: string): string {
  const numbers = items.map(({ id }) => Number(/^[a-z]+(\d+)$/.exec(id)?.[1] ?? 0));
  return `${prefix}${Math.max(0, ...numbers) + 1}`;
}

/** My definition with other ids for what I added, where the other gave the same ids to something else. */
export function freshIds(base: Definition, mine: Definition, theirs: Definition): Definition {
  const names = renamed(base.questions, mine.questions, theirs.questions);
  const questions = mine.questions.map((question) => {
    const before = base.questions.find(({ id }) => id === question.id);
    const others = theirs.questions.find(({ id }) => id === question.id);
    const inItems = before && others ? withFreshItems(before, question, others) : question;
    return { ...inItems, id: names.get(question.id) ?? question.id };
  });
  return { ...mine, questions: questions.map((question) => pointing(question, mine.questions, questions, names)) };
}

/** New id by old one, for what stands under one id on both sides and was in neither's beginning. */
function renamed(base: readonly Item[], mine: readonly Item[], theirs: readonly Item[]): Map<string, string> {
  const known = new Set(base.map(({ id }) => id));
  const taken = [...base, ...mine, ...theirs];
  const names = new Map<string, string>();
  for (const { id } of mine) {
    if (known.has(id) || !theirs.some((other) => other.id === id)) continue;
    const fresh = freeId(taken, /^[a-z]*/.exec(id)?.[0] || 'q');
    taken.push({ id: fresh });
    names.set(id, fresh);
  }
  return names;
}

function withFreshItems(base: Question, mine: Question, theirs: Question): Question {
  const lists = (['options', 'rows'] as const).flatMap((list) => {
    const own = itemsOf(mine, list);
    const names = renamed(itemsOf(base, list), own, itemsOf(theirs, list));
    return names.size === 0 ? [] : [[list, own.map((item) => ({ ...item, id: names.get(item.id) ?? item.id }))]];
  });
  return { ...mine, ...Object.fromEntries(lists) } as Question;
}

function itemsOf(question: Question, list: 'options' | 'rows'): readonly Item[] {
  return (question as Partial<Record<typeof list, readonly Item[]>>)[list] ?? [];
}

/** A condition goes on speaking of the question and the options it spoke of. */
function pointing(
  question: Question,
  before: readonly Question[],
  after: readonly Question[],
  names: ReadonlyMap<string, string>,
): Question {
  const { showIf } = question;
  const at = before.findIndex(({ id }) => id === showIf?.question);
  const [old, now] = [before[at], after[at]];
  if (!showIf || !old || !now || !('options' in old) || !('options' in now)) return question;
  const anyOf = showIf.anyOf.map((id) => now.options[old.options.findIndex((option) => option.id === id)]?.id ?? id);
  return { ...question, showIf: { question: names.get(showIf.question) ?? showIf.question, anyOf } };
}
