import type { Answers } from './answers.ts';
import { checkedIn, questionsIn } from './page.ts';
import type { Issue } from './page.ts';

/** What can be seen without the server: missing answers, too many choices, a choice that stands alone. */
export function issuesIn(form: HTMLFormElement, answers: Answers): Issue[] {
  return questionsIn(form).flatMap((question) => [...missing(question, answers), ...wrongChoices(question)]);
}

function missing(question: HTMLElement, answers: Answers): Issue[] {
  if (question.dataset['required'] === undefined) return [];
  const rows = [...question.querySelectorAll<HTMLElement>('[data-row]')];
  if (rows.length === 0) return answers[question.id] === undefined ? [{ path: question.id, code: 'required' }] : [];
  return rows
    .filter((row) => checkedIn(row).length === 0)
    .map((row) => ({ path: `${question.id}.${row.dataset['row']}`, code: 'required' }));
}

function wrongChoices(question: HTMLElement): Issue[] {
  if (question.dataset['type'] !== 'multi') return [];
  const chosen = checkedIn(question);
  const most = Number(question.dataset['most'] ?? Infinity);
  if (chosen.length > most) return [{ path: question.id, code: 'too-many-choices', params: { most } }];
  const alone = chosen.some((input) => input.dataset['alone'] !== undefined);
  return alone && chosen.length > 1 ? [{ path: question.id, code: 'exclusive-option' }] : [];
}
