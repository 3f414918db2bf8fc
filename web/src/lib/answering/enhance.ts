import type { Answers } from './browser/answers.ts';
import { takeCode } from './browser/code.ts';
import { memoryOf } from './browser/draft.ts';
import { forgetEverything } from './browser/drafting.ts';
import { ease } from './browser/ease.ts';
import { carryOver } from './browser/otherLanguage.ts';
import { onEach, pageAround, type Page } from './browser/page.ts';
import { fetched, send, type Deliver } from './browser/send.ts';

/** Only eases what the page does without it. */
function enhance(form: HTMLFormElement): void {
  const page = pageAround(form);
  takeCode(page);
  carryOver(() => page.code?.value.trim().replace(/\s+/g, '-') ?? '');
  ease(page, deliverFrom(page), () => forgetEverything(page));
  onEach('forget-sent', () => forgetEverything(page));
}

/**
 * A nonce drawn here lets a sheet be sent twice and counted once, with the code of a slip or without. What makes a receipt is a file of its
 * own, fetched by everybody who sends.
 */
const deliverFrom = (page: Page): Deliver => {
  const { slug, urn, nonce, code } = page;
  return async (answers, onWaiting) => {
    const ticket = { nonce: nonce.value, ...(code && { code: code.value }) };
    const sending = (given: Answers, salt?: string) =>
      send(`${urn}/api/s/${slug}/submissions`, JSON.stringify({ ...ticket, answers: given, salt }), onWaiting);
    const receipts = await fetched(() => import('./receipt/sending.ts'), onWaiting);
    return receipts ? receipts.sendForReceipt(page, answers, sending, onWaiting) : sending(answers);
  };
};

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
