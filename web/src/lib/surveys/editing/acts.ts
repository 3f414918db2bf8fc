import {
  freeId,
  newQuestion,
  type Definition,
  type LegalBasis,
  type Question,
  type QuestionKind,
} from '@danban/survey';
import { planWithout } from './planEdits.ts';
import { newItem, withScores, withoutAlertOn, type Item, type List } from './items.ts';

/**
 * What a button of the editor does to the questions, written as its value: `add:single`, `copy:q3`, `remove:q3`,
 * `up:q3`, `down:q3`, `place:q3:0` (to the first place), `add-option:q3`, `remove-option:q3:o2`, `up-option:q3:o2`,
 * `place-option:q3:o2:0`, and the same for rows. `lines-option:q3` takes in what was pasted for `q3`, as every button
 * does. `up-basis:legal:L10-2022` and its like move and remove legal bases, `cite-basis:legal` takes in what was named.
 */
export function applyAct(definition: Definition, act: string): Definition {
  const [verb = '', id = '', ...rest] = act.split(':');
  const { questions } = definition;
  const [what, list] = verb.split('-') as [string, List | 'basis' | undefined];
  if (list === 'basis') return { ...definition, legalBases: onBases(definition.legalBases, what, rest) };
  if (list) return onQuestion(definition, id, (question) => onItems(question, list, what, rest));
  if (verb === 'add')
    return { ...definition, questions: [...questions, newQuestion(id as QuestionKind, freeId(questions, 'q'))] };
  const at = questions.findIndex((question) => question.id === id);
  if (at < 0) return definition;
  if (verb === 'copy')
    return { ...definition, questions: questions.toSpliced(at + 1, 0, copyOf(questions[at]!, questions)) };
  if (verb === 'remove')
    return { ...definition, ...planWithout(definition.plan, id), questions: withoutQuestion(questions, at) };
  return { ...definition, questions: moved(questions, at, placeAfter(verb, at, rest[0])) };
}

/** A copy is asked for its own sake: only one question is the headline. */
function copyOf(question: Question, questions: readonly Question[]): Question {
  const { headline: _, ...rest } = question;
  return { ...rest, id: freeId(questions, 'q') };
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

function placeAfter(verb: string, at: number, place: string | undefined): number {
  if (verb === 'up') return at - 1;
  return verb === 'down' ? at + 1 : Number(place);
}

function moved<T>(items: readonly T[], at: number, to: number): T[] {
  if (!(at >= 0 && to >= 0 && to < items.length)) return [...items];
  return items.toSpliced(at, 1).toSpliced(to, 0, items[at]!);
}

function onQuestion(definition: Definition, id: string, change: (question: Question) => Question): Definition {
  const questions = definition.questions.map((question) => (question.id === id ? change(question) : question));
  return { ...definition, questions };
}

function onItems(question: Question, list: List, what: string, [item = '', place]: string[]): Question {
  const name = `${list}s` as const;
  if (!(name in question)) return question;
  const items = (question as unknown as Record<typeof name, Item[]>)[name];
  const after = withScores(items, changed(items, list, what, item, place));
  const gone = what === 'remove' && list === 'option' ? withoutAlertOn(question, item) : question;
  return { ...gone, [name]: after };
}

function changed(items: Item[], list: List, what: string, item: string, place: string | undefined): Item[] {
  if (what === 'lines') return items;
  const at = items.findIndex(({ id }) => id === item);
  if (what === 'add') return [...items, newItem(items, list)];
  if (what === 'remove') return at < 0 ? items : items.toSpliced(at, 1);
  return moved(items, at, placeAfter(what, at, place));
}

function onBases(bases: LegalBasis[], what: string, [ref, place]: string[]): LegalBasis[] {
  const at = bases.findIndex((basis) => basis.ref === ref);
  if (what === 'cite' || at < 0) return bases;
  return what === 'remove' ? bases.toSpliced(at, 1) : moved(bases, at, placeAfter(what, at, place));
}

/** The question to go on with after an act: a new one, or the one something was done in; one that was moved stays as it is. */
export function touched(before: Definition, after: Definition, act: string): string | undefined {
  const known = new Set(before.questions.map(({ id }) => id));
  const [verb = '', id] = act.split(':');
  return (
    after.questions.find((question) => !known.has(question.id))?.id ?? (/-(option|row)$/.test(verb) ? id : undefined)
  );
}
