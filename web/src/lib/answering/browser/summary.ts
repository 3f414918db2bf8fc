import type { ScriptTexts } from '../scriptTexts.ts';
import { sheetIn } from './answers.ts';
import { issuesIn } from './check.ts';
import { say } from './page.ts';
import type { Issue, Page } from './page.ts';

/** Errors beside each question and in a linked summary above the form, which takes focus. */
export function showIssues(form: HTMLFormElement, issues: readonly Issue[], texts: ScriptTexts): void {
  clearIssues();
  for (const issue of issues) markBeside(issue, texts);
  const named = { role: 'alert', 'aria-labelledby': 'errors-title' };
  const summary = element('div', { id: 'errors', class: 'summary', tabindex: '-1', ...named });
  const list = element('ul');
  const lines = linesOf(issues);
  list.append(...lines.map((issue) => line(issue, texts)));
  const count = say(texts, 'errors', { count: lines.length });
  summary.append(element('h2', { id: 'errors-title' }, count), element('p', {}, texts.errorsText), list);
  form.before(summary);
  summary.focus({ preventScroll: true });
  // A long summary would come to stand with its middle on the screen.
  summary.scrollIntoView();
}

/** Rows of one matrix that miss their answer share a line, which leads to the first of them. */
function linesOf(issues: readonly Issue[]): Issue[] {
  return issues.flatMap((issue) => {
    const rows = issues.filter((other) => isMissingRow(other) && questionOf(other) === questionOf(issue));
    if (rows.length < 2 || !isMissingRow(issue)) return [issue];
    return rows[0] === issue ? [{ path: issue.path, code: 'rowsMissing', params: { count: rows.length } }] : [];
  });
}

const questionOf = ({ path }: Issue): string => path.split('.')[0] ?? path;
const isMissingRow = ({ path, code }: Issue): boolean => code === 'required' && path.includes('.');

export function clearIssues(): void {
  document.getElementById('errors')?.remove();
  for (const error of document.querySelectorAll('.error, .told')) error.remove();
  for (const field of document.querySelectorAll('[aria-invalid]')) field.removeAttribute('aria-invalid');
}

/** A choice that has been put right is no longer called wrong; its line stays, so that nothing moves under the thumb. */
export function settleIssue(page: Page, choice: HTMLElement): void {
  const group = choice.closest('.row') ?? choice.closest('.question');
  const error = group?.querySelector('.error');
  const stillWrong = issuesIn(sheetIn(page.form)).some(({ path }) => error?.id === `${path}-error`);
  if (!error || stillWrong) return;
  error.textContent = page.texts.fixed;
  error.classList.add('fixed');
}

function markBeside({ path, code, params }: Issue, texts: ScriptTexts): void {
  const first = firstField(path);
  const group = first?.closest(path.includes('.') ? '.row' : '.question');
  if (!first || !group) return;
  const error = element('span', { class: 'error', id: `${path}-error` }, say(texts, code, params));
  const heading = group.querySelector('legend, h3, label');
  // The error of a group of choices belongs to its legend; any other follows its heading and its help.
  if (group.matches('fieldset.row')) heading?.append(error);
  else (document.getElementById(`${path}-help`) ?? heading)?.after(error);
  const described = group.matches('fieldset') ? group : first;
  describe(described, error.id);
  if (described === first) first.setAttribute('aria-invalid', 'true');
}

export function describe(field: Element, id: string): void {
  const ids = (field.getAttribute('aria-describedby') ?? '').split(' ').filter((known) => known && known !== id);
  field.setAttribute('aria-describedby', [...ids, id].join(' '));
}

function line({ path, code, params }: Issue, texts: ScriptTexts): HTMLElement {
  const first = firstField(path);
  const place = first?.closest('.question')?.querySelector('.number')?.textContent ?? path;
  const row =
    path.includes('.') && code !== 'rowsMissing'
      ? first?.closest('.row')?.querySelector('legend, label')?.firstChild?.textContent
      : '';
  const where = row ? `${place}, ${row.trim()}` : place;
  const link = element('a', { href: `#${path}-1` }, `${where}: ${say(texts, code, params)}`);
  link.addEventListener('click', (event) => {
    // A fragment in the address would stay in the history of a shared computer.
    event.preventDefault();
    first?.focus();
    first?.closest('.question, .row')?.scrollIntoView();
  });
  const item = element('li');
  item.append(link);
  return item;
}

function firstField(path: string): HTMLElement | null {
  return document.getElementById(`${path}-1`);
}

export function element(name: string, attributes: Record<string, string> = {}, text = ''): HTMLElement {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.textContent = text;
  return made;
}
