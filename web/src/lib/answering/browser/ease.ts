import { askAsTheyAnswer } from './asking.ts';
import { carefulWith } from './careful.ts';
import { offerClearing } from './clearChoice.ts';
import { continueDraft, keepDraft, takeUpDraft } from './drafting.ts';
import { onEach, show } from './page.ts';
import type { Page } from './page.ts';
import { offerMoving } from './ranking.ts';
import type { Deliver } from './send.ts';
import { submit } from './sending.ts';
import { shuffle } from './shuffle.ts';
import { settleIssue } from './summary.ts';

/** Eases a form: drafts, a check before sending, further tries on a weak network. `forget` clears this device of it. */
export function ease(page: Page, deliver: Deliver, forget: () => void): void {
  const { form } = page;
  const careful = carefulWith(form);
  takeUpDraft(page);
  shuffle(form, page.nonce.value);
  offerMoving(page);
  offerClearing(form, page.texts.clear, () => keepDraft(page));
  askAsTheyAnswer(page);
  show('sent-before', page.memory.hasSent());
  form.addEventListener('input', () => keepDraft(page));
  form.addEventListener('change', ({ target }) => {
    if (target instanceof HTMLSelectElement || (target instanceof HTMLInputElement && target.type !== 'text')) {
      settleIssue(page, target);
    }
  });
  onEach('continue', () => continueDraft(page));
  onEach('forget', forget);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const asIs = event.submitter?.getAttribute('name') === 'as-is';
    void submit(page, deliver, () => careful(page, asIs));
  });
}
