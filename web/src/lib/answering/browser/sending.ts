import { sheetIn } from './answers.ts';
import { issuesIn } from './check.ts';
import { keepDraft } from './drafting.ts';
import { questionsIn, show, tell } from './page.ts';
import type { Issue, Page } from './page.ts';
import type { Deliver, Outcome, Problem } from './send.ts';
import { clearIssues, showIssues } from './summary.ts';

/** Checks what can be checked here, sends, and says how it went. `heldBack`: whether its writer is asked something first. */
export async function submit(page: Page, deliver: Deliver, heldBack: () => Promise<boolean>): Promise<void> {
  const { form, texts } = page;
  clearIssues();
  const sheet = sheetIn(form);
  const issues = [...codeMissing(page), ...issuesIn(sheet)];
  if (issues.length > 0) return showIssues(form, issues, texts);
  if (await heldBack()) return;
  keepDraft(page);
  setSending(page, true);
  tell(texts.sending);
  settle(page, await deliver(sheet.answers, (why) => tell(texts[why])));
}

function codeMissing({ code }: Page): Issue[] {
  return code?.value.trim() === '' ? [{ path: 'code', code: 'code-missing' }] : [];
}

function settle(page: Page, outcome: Outcome): void {
  if (outcome.kind === 'accepted') return thank(page);
  setSending(page, false);
  if (outcome.kind === 'refused') return explain(page, outcome.problem);
  tell(page.texts.failed);
}

const readable = ['invalid-answers', 'code-missing', 'code-wrong-group'];
const ofCode = ['code-unknown', 'code-voided', 'already-counted'];

function explain(page: Page, { code, issues = [] }: Problem): void {
  const { form, memory, texts } = page;
  tell('');
  if (readable.includes(code) && issues.length > 0) return showIssues(form, issues, texts);
  // Somebody else may have used the slip: it is said at its code, and nobody is thanked for it.
  if (page.code && ofCode.includes(code)) return showIssues(form, [{ path: 'code', code }], texts);
  if (code === 'already-counted') return thank(page);
  if (code === 'survey-closed') return endLate(page);
  if (code === 'intake-interrupted') return tell(texts.interrupted);
  if (code === 'credential-invalid') return tell(texts[code] ?? texts.refused);
  if (code !== 'different-answer') return tell(texts.refused);
  memory.forget();
  memory.rememberSent();
  tell(texts.changed);
}

/** What was written stays readable, to be copied; there is nothing left to press. */
function endLate({ form, texts }: Page): void {
  const button = form.querySelector<HTMLElement>('button[type=submit]');
  if (button) button.hidden = true;
  tell(texts.late);
}

function thank({ slug, lang, memory }: Page): void {
  memory.forget();
  memory.rememberSent();
  location.replace(`/s/${slug}/cam-on${lang === 'en' ? '?lang=en' : ''}`);
}

/** What is under way cannot be changed or deleted: it may have arrived. */
function setSending({ form, code, texts }: Page, sending: boolean): void {
  if (code) code.readOnly = sending;
  for (const question of questionsIn(form)) question.inert = sending;
  show('draft', !sending);
  const button = form.querySelector<HTMLButtonElement>('button[type=submit]');
  if (!button) return;
  button.disabled = sending;
  if (!sending) button.textContent = texts.sendAgain;
}
