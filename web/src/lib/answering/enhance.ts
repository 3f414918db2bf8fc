import { offerClearing } from './browser/clearChoice.ts';
import { forgetEverything, keepDraft, takeUpDraft } from './browser/drafting.ts';
import { pageAround, show } from './browser/page.ts';
import { submit } from './browser/sending.ts';

/** Only eases what the page does without it: drafts, a check before sending, further tries on a weak network. */
function enhance(form: HTMLFormElement): void {
  const page = pageAround(form);
  takeUpDraft(page);
  keepDraft(page);
  offerClearing(form, page.texts.clear, () => keepDraft(page));
  show('sent-before', page.memory.hasSent());
  form.addEventListener('input', () => keepDraft(page));
  document.querySelector('#draft button')?.addEventListener('click', () => forgetEverything(page));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void submit(page);
  });
}

/** What stands behind # must not stay in the history; a jump to the errors of the server is kept. */
function dropFragment(): void {
  if (location.hash && location.hash !== '#errors') history.replaceState(null, '', location.pathname + location.search);
}

const form = document.querySelector<HTMLFormElement>('#form');
if (form) enhance(form);
dropFragment();
