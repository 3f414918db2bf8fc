import { askAsTheyAnswer } from './browser/asking.ts';
import { offerClearing } from './browser/clearChoice.ts';
import { takeCode } from './browser/code.ts';
import { memoryOf } from './browser/draft.ts';
import { continueDraft, forgetEverything, keepDraft, takeUpDraft } from './browser/drafting.ts';
import { pageAround, show } from './browser/page.ts';
import { offerMoving } from './browser/ranking.ts';
import { submit } from './browser/sending.ts';
import { shuffle } from './browser/shuffle.ts';
import { settleIssue } from './browser/summary.ts';

/** Only eases what the page does without it: drafts, a check before sending, further tries on a weak network. */
function enhance(form: HTMLFormElement): void {
  const page = pageAround(form);
  takeCode(page);
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
  onEach('forget', () => forgetEverything(page));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void submit(page);
  });
}

function onEach(what: string, act: () => void): void {
  for (const button of document.querySelectorAll(`[data-do=${what}]`)) button.addEventListener('click', act);
}

/** A closed survey takes no form any more, so nothing of it needs to stay on the device. */
function clean(slug: string): void {
  const memory = memoryOf(slug);
  memory.forget();
  memory.forgetSent();
}

/** What stands behind # must not stay in the history; a jump to the errors of the server is kept. */
function dropFragment(): void {
  if (location.hash && location.hash !== '#errors') history.replaceState(null, '', location.pathname + location.search);
}

const form = document.querySelector<HTMLFormElement>('#form');
if (form) enhance(form);
const closed = document.querySelector<HTMLElement>('[data-closed]')?.dataset['closed'];
if (closed) clean(closed);
dropFragment();
