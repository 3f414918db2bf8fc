import { isSaved, removeSaved } from '../receipt/device.ts';
import { sheetIn, unansweredIn } from './answers.ts';
import { fieldsIn, fillIn, freshNonce } from './draft.ts';
import { say, show, tell } from './page.ts';
import type { Page } from './page.ts';
import { clearIssues } from './summary.ts';

/** Takes up the draft of this device, with the nonce it began under; asks first where somebody else may have left it. */
export function takeUpDraft(page: Page): void {
  const { form, nonce, memory } = page;
  const draft = memory.draft();
  nonce.value = draft?.nonce ?? freshNonce();
  // Answers the server has just filled in again are newer than any draft.
  if (!draft || document.getElementById('errors')) return keepDraft(page);
  fillIn(form, draft.fields);
  if (memory.isOfThisTab()) keepDraft(page);
  else ask(page);
}

/** Until it is answered nothing of the draft is seen and nothing can be mixed with it. */
function ask({ form, texts }: Page): void {
  const text = document.querySelector('#found p');
  if (text) text.textContent = say(texts, 'foundText', progressOf(form));
  form.hidden = true;
  show('found', true);
}

export function continueDraft(page: Page): void {
  page.form.hidden = false;
  show('found', false);
  keepDraft(page);
  const next = unansweredIn(sheetIn(page.form))[0];
  next?.querySelector<HTMLElement>('input, textarea, button')?.focus();
  next?.scrollIntoView();
}

export function keepDraft({ form, nonce, memory, texts }: Page): void {
  const fields = fieldsIn(form);
  if (fields.length > 0) memory.keep({ nonce: nonce.value, fields });
  else memory.forget();
  show('draft', fields.length > 0);
  show('done', fields.length > 0);
  const done = document.getElementById('done');
  if (done) done.textContent = say(texts, 'done', progressOf(form));
}

function progressOf(form: HTMLFormElement): { done: number; total: number } {
  const sheet = sheetIn(form);
  const total = sheet.asked.length;
  return { done: total - unansweredIn(sheet).length, total };
}

/** A shared computer: nothing stays behind, neither the answers nor that someone has answered. */
export function forgetEverything(page: Page): void {
  const { form, nonce, memory, texts } = page;
  if (isSaved(page.slug) && !confirm(texts.forgetReceipt)) return;
  memory.forget();
  memory.forgetSent();
  removeSaved(page.slug);
  for (const field of form.querySelectorAll<HTMLInputElement>('.question input, select, textarea')) empty(field);
  form.dispatchEvent(new Event('reset'));
  nonce.value = freshNonce();
  clearIssues();
  for (const note of ['draft', 'done', 'found', 'sent-before']) show(note, false);
  form.hidden = false;
  document.getElementById('questions')?.focus();
  tell(texts.forgotten);
}

/** Not `form.reset()`: it would bring back what the server has filled in. */
function empty(field: HTMLInputElement): void {
  if (field.type === 'radio' || field.type === 'checkbox') field.checked = false;
  else field.value = '';
}
