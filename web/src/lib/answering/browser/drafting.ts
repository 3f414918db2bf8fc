import { fieldsIn, fillIn, freshNonce } from './draft.ts';
import { show, tell } from './page.ts';
import type { Page } from './page.ts';
import { clearIssues } from './summary.ts';

/** Takes up the draft of this device, if there is one, with the nonce it began under. */
export function takeUpDraft({ form, nonce, memory }: Page): void {
  const draft = memory.draft();
  nonce.value = draft?.nonce ?? freshNonce();
  // Answers the server has just filled in again are newer than any draft.
  if (draft && !document.getElementById('errors')) fillIn(form, draft.fields);
}

export function keepDraft({ form, nonce, memory }: Page): void {
  const fields = fieldsIn(form);
  if (fields.length > 0) memory.keep({ nonce: nonce.value, fields });
  else memory.forget();
  show('draft', fields.length > 0);
}

/** A shared computer: nothing stays behind, neither the answers nor that someone has answered. */
export function forgetEverything({ form, nonce, memory, texts }: Page): void {
  memory.forget();
  memory.forgetSent();
  for (const question of form.querySelectorAll<HTMLInputElement>('.question input, textarea')) empty(question);
  form.dispatchEvent(new Event('reset'));
  nonce.value = freshNonce();
  clearIssues();
  show('draft', false);
  show('sent-before', false);
  tell(texts.forgotten);
}

/** Not `form.reset()`: it would bring back what the server has filled in. */
function empty(field: HTMLInputElement): void {
  if (field.type === 'radio' || field.type === 'checkbox') field.checked = false;
  else field.value = '';
}
