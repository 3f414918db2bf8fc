import { isAsked, type ShowIf } from '@danban/survey/showIf';
import { checkedIn, questionsIn } from './page.ts';

export type Answers = Record<string, string | number | string[] | Record<string, string | number>>;
type Read = (question: HTMLElement) => Answers[string] | undefined;

/** What stands on the page: the questions that are asked, and the answers to them in the shape the API takes. */
export interface Sheet {
  asked: HTMLElement[];
  /** What is not answered is absent. */
  answers: Answers;
}

const chosen = (question: HTMLElement): string | undefined => checkedIn(question)[0]?.value;

const read: Record<string, Read> = {
  single: chosen,
  scale: chosen,
  multi(question) {
    const values = checkedIn(question).map((input) => input.value);
    return values.length > 0 ? values : undefined;
  },
  matrix: (question) => rows(checkedIn(question).map((input) => [rowOf(input), input.value])),
  rank(question) {
    const lists = [...question.querySelectorAll('select')];
    return rows(lists.flatMap((list) => (list.value ? [[rowOf(list), Number(list.value)] as const] : [])));
  },
  number(question) {
    const typed = typedIn(question, 'input');
    return typed && /^[+-]?\d{1,15}([.,]\d{1,9})?$/.test(typed) ? Number(typed.replace(',', '.')) : typed;
  },
  text: (question) => typedIn(question, 'input, textarea'),
  stance(question) {
    const [choice, comment] = [chosen(question), typedIn(question, 'textarea')];
    return rows([
      ...(choice ? [['choice', choice] as const] : []),
      ...(comment ? [['comment', comment] as const] : []),
    ]);
  },
};

function rows<Value extends string | number>(entries: (readonly [string, Value])[]): Record<string, Value> | undefined {
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}

const rowOf = ({ name }: { name: string }): string => name.slice(name.indexOf('.') + 1);

function typedIn(question: HTMLElement, fields: string): string | undefined {
  return question.querySelector<HTMLInputElement | HTMLTextAreaElement>(fields)?.value.trim() || undefined;
}

/** Goes through the questions in their order: a condition looks at the answers before it. */
export function sheetIn(form: HTMLFormElement): Sheet {
  const sheet: Sheet = { asked: [], answers: {} };
  for (const question of questionsIn(form)) {
    if (!isAsked(conditionOf(question), sheet.answers)) continue;
    sheet.asked.push(question);
    const value = read[question.dataset['type'] ?? '']?.(question);
    if (value !== undefined) sheet.answers[question.id] = value;
  }
  return sheet;
}

function conditionOf({ dataset: { showIf } }: HTMLElement): { showIf?: ShowIf } {
  return showIf === undefined ? {} : { showIf: JSON.parse(showIf) as ShowIf };
}

/** Questions still without an answer; a matrix is answered when each of its rows is, a stance when it is taken. */
export function unansweredIn({ asked, answers }: Sheet): HTMLElement[] {
  return asked.filter((question) => {
    if (question.dataset['type'] === 'stance') return checkedIn(question).length === 0;
    const rows = [...question.querySelectorAll('[data-row]')];
    return rows.length > 0 ? rows.some((row) => checkedIn(row).length === 0) : answers[question.id] === undefined;
  });
}
