import { sheetIn } from './answers.ts';
import { hear, questionsIn, say } from './page.ts';
import type { Page } from './page.ts';

/** From now on the page shows the questions that are asked, and no longer tells readers to choose among them. */
export function askAsTheyAnswer(page: Page): void {
  for (const note of page.form.querySelectorAll<HTMLElement>('.only-if')) dropNote(note);
  showAsked(page.form);
  for (const event of ['change', 'reset']) page.form.addEventListener(event, () => tell(page, showAsked(page.form)));
}

/** Hidden words would still be read out as the description of their question. */
function dropNote(note: HTMLElement): void {
  note.hidden = true;
  const described = note.closest('.question')?.parentElement?.querySelector(`[aria-describedby~="${note.id}"]`);
  const ids =
    described
      ?.getAttribute('aria-describedby')
      ?.split(' ')
      .filter((id) => id !== note.id) ?? [];
  if (ids.length > 0) described?.setAttribute('aria-describedby', ids.join(' '));
  else described?.removeAttribute('aria-describedby');
}

interface Changed {
  come: HTMLElement[];
  gone: HTMLElement[];
}

/** What was answered in a question that goes stays in its fields, in case the question comes back. */
function showAsked(form: HTMLFormElement): Changed {
  const asked = new Set(sheetIn(form).asked);
  const changed = questionsIn(form).filter((question) => asked.has(question) === question.hidden);
  for (const question of changed) question.hidden = !question.hidden;
  return { come: changed.filter(({ hidden }) => !hidden), gone: changed.filter(({ hidden }) => hidden) };
}

function tell({ texts }: Page, { come, gone }: Changed): void {
  if (come.length > 0) hear(say(texts, 'come', { places: numbersOf(come) }));
  else if (gone.length > 0) hear(say(texts, 'gone', { places: numbersOf(gone) }));
}

function numbersOf(questions: HTMLElement[]): string {
  return questions.map((question) => question.querySelector('.number')?.textContent).join(', ');
}
