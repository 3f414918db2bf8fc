import { newQuestion, type Definition, type Question, type QuestionKind } from '@danban/survey';

/**
 * What a button of the editor does to the questions, written as its value: `add:single`, `copy:q3`, `remove:q3`,
 * `up:q3`, `down:q3`, `add-option:q3`, `remove-option:q3:o2`, `up-option:q3:o2`, and the same for rows.
 */
export function applyAct(definition: Definition, act: string): Definition {
  const [verb = '', id = '', item = ''] = act.split(':');
  const { questions } = definition;
  const [what, list] = verb.split('-') as [string, 'option' | 'row' | undefined];
  if (list) return onQuestion(definition, id, (question) => onItems(question, list, what, item));
  if (verb === 'add')
    return { ...definition, questions: [...questions, newQuestion(id as QuestionKind, freeId(questions))] };
  const at = questions.findIndex((question) => question.id === id);
  if (at < 0) return definition;
  if (verb === 'copy')
    return { ...definition, questions: questions.toSpliced(at + 1, 0, copyOf(questions[at]!, questions)) };
  if (verb === 'remove') return { ...definition, questions: withoutQuestion(questions, at) };
  return { ...definition, questions: moved(questions, at, verb === 'up' ? -1 : 1) };
}

/** `q` and the first number above all in use: a removed question's id does not come back for another question. */
function freeId(questions: readonly { id: string }[], prefix = 'q'): string {
  const numbers = questions.map(({ id }) => Number(/^[a-z]+(\d+)$/.exec(id)?.[1] ?? 0));
  return `${prefix}${Math.max(0, ...numbers) + 1}`;
}

/** A copy is asked for its own sake: only one question is the headline. */
function copyOf(question: Question, questions: readonly Question[]): Question {
  const { headline: _, ...rest } = question;
  return { ...rest, id: freeId(questions) };
}

/** Who depended on the question that goes is asked always. */
function withoutQuestion(questions: readonly Question[], at: number): Question[] {
  const gone = questions[at]!.id;
  return questions.toSpliced(at, 1).map((question) => {
    if (question.showIf?.question !== gone) return question;
    const { showIf: _, ...rest } = question;
    return rest;
  });
}

function moved<T>(items: readonly T[], at: number, by: number): T[] {
  const to = at + by;
  if (at < 0 || to < 0 || to >= items.length) return [...items];
  return items.toSpliced(at, 1).toSpliced(to, 0, items[at]!);
}

function onQuestion(definition: Definition, id: string, change: (question: Question) => Question): Definition {
  const questions = definition.questions.map((question) => (question.id === id ? change(question) : question));
  return { ...definition, questions };
}

type Item = { id: string; text: { vi: string; en?: string } };

function onItems(question: Question, list: 'option' | 'row', what: string, item: string): Question {
  const name = `${list}s` as const;
  if (!(name in question)) return question;
  const items = (question as unknown as Record<typeof name, Item[]>)[name];
  return { ...question, [name]: changed(items, list, what, item) };
}

function changed(items: Item[], list: 'option' | 'row', what: string, item: string): Item[] {
  const at = items.findIndex(({ id }) => id === item);
  if (what === 'add') return [...items, newItem(items, list)];
  if (what === 'remove') return at < 0 ? items : items.toSpliced(at, 1);
  return moved(items, at, what === 'up' ? -1 : 1);
}

function newItem(items: Item[], list: 'option' | 'row', text?: string): Item {
  const id = freeId(items, list === 'row' ? 'r' : 'o');
  const number = items.length + 1;
  return { id, text: { vi: text ?? (list === 'row' ? `Nội dung ${number}` : `Lựa chọn ${number}`) } };
}

/** Lines pasted from a document become items, without the bullets and numbers they carried there. */
export function pasteLines(items: readonly Item[], list: 'option' | 'row', lines: string): Item[] {
  const words = lines
    .split('\n')
    .map((line) => line.replace(/^\s*(?:[-–•*+]|\d{1,2}[.)]|[a-zđ][.)])\s+/iu, '').trim())
    .filter((line) => line !== '');
  return words.reduce<Item[]>((all, text) => [...all, newItem(all, list, text)], [...items]);
}

/** The question an act was done on: the new one, or the one it names. */
export function touched(before: Definition, after: Definition, act: string): string | undefined {
  const known = new Set(before.questions.map(({ id }) => id));
  return after.questions.find(({ id }) => !known.has(id))?.id ?? act.split(':')[1];
}
