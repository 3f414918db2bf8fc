import { checkedIn, questionsIn } from './page.ts';

export type Answers = Record<string, string | number | string[] | Record<string, string>>;
type Read = (question: HTMLElement) => Answers[string] | undefined;

const chosen: Read = (question) => checkedIn(question)[0]?.value;

const read: Record<string, Read> = {
  single: chosen,
  scale: chosen,
  multi(question) {
    const values = checkedIn(question).map((input) => input.value);
    return values.length > 0 ? values : undefined;
  },
  matrix(question) {
    const rows = checkedIn(question).map((input) => [input.name.slice(question.id.length + 1), input.value] as const);
    return rows.length > 0 ? Object.fromEntries(rows) : undefined;
  },
  number(question) {
    const typed = typedIn(question);
    return typed && /^[+-]?\d{1,15}([.,]\d{1,9})?$/.test(typed) ? Number(typed.replace(',', '.')) : typed;
  },
  text: typedIn,
};

function typedIn(question: HTMLElement): string | undefined {
  const field = question.querySelector<HTMLInputElement | HTMLTextAreaElement>('input, textarea');
  return field?.value.trim() || undefined;
}

/** The answers of the page in the shape the API takes; what is not answered is absent. */
export function answersIn(form: HTMLFormElement): Answers {
  const answers: Answers = {};
  for (const question of questionsIn(form)) {
    const value = read[question.dataset['type'] ?? '']?.(question);
    if (value !== undefined) answers[question.id] = value;
  }
  return answers;
}

/** Questions still without an answer; a matrix is answered when each of its rows is. */
export function unansweredIn(form: HTMLFormElement): HTMLElement[] {
  const answers = answersIn(form);
  return questionsIn(form).filter((question) => {
    const rows = [...question.querySelectorAll('[data-row]')];
    return rows.length > 0 ? rows.some((row) => checkedIn(row).length === 0) : answers[question.id] === undefined;
  });
}
