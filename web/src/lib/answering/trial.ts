import { askAsTheyAnswer } from './browser/asking.ts';
import { offerClearing } from './browser/clearChoice.ts';
import { pageAround, say } from './browser/page.ts';
import { offerMoving } from './browser/ranking.ts';

/** A sheet to be tried out: questions come and go and rankings move as for a respondent; nothing is sent or kept. */
export function tryOut(form: HTMLFormElement): void {
  const page = pageAround(form);
  offerMoving(page);
  offerClearing(form, page.texts.clear, () => undefined);
  askAsTheyAnswer(page);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const status = form.querySelector('#status');
    if (status) status.textContent = say(page.texts, 'trial');
  });
}
