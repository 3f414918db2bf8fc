import { type Sheet, unansweredIn } from './answers.ts';
import { checkedIn } from './page.ts';
import type { Issue } from './page.ts';

/** What can be seen without the server: missing answers, too many choices, a choice that stands alone, empty places. */
export function issuesIn(sheet: Sheet): Issue[] {
  const unanswered = new Set(unansweredIn(sheet));
  return sheet.asked.flatMap((question) => [
    ...(unanswered.has(question) ? missing(question) : emptyPlaces(question, sheet)),
    ...wrongChoices(question),
  ]);
}

function missing(question: HTMLElement): Issue[] {
  if (question.dataset['required'] === undefined) return [];
  const rows = [...question.querySelectorAll<HTMLElement>('[data-row]')];
  if (rows.length === 0) return [{ path: question.id, code: 'required' }];
  return rows
    .filter((row) => checkedIn(row).length === 0)
    .map((row) => ({ path: `${question.id}.${row.dataset['row']}`, code: 'required' }));
}

function emptyPlaces({ id, dataset }: HTMLElement, { answers }: Sheet): Issue[] {
  if (dataset['type'] !== 'rank' || dataset['required'] === undefined) return [];
  const places = Number(dataset['most']);
  return Object.keys(answers[id] ?? {}).length < places
    ? [{ path: id, code: 'places-missing', params: { places } }]
    : [];
}

function wrongChoices(question: HTMLElement): Issue[] {
  if (question.dataset['type'] !== 'multi') return [];
  const chosen = checkedIn(question);
  const most = Number(question.dataset['most'] ?? Infinity);
  if (chosen.length > most) return [{ path: question.id, code: 'too-many-choices', params: { most } }];
  const alone = chosen.some((input) => input.dataset['alone'] !== undefined);
  return alone && chosen.length > 1 ? [{ path: question.id, code: 'exclusive-option' }] : [];
}
