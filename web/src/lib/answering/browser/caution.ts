import { knownNames, toldIn, type KnownNames, type Told } from '@danban/text';
import { toldWords } from '../telling.ts';
import { say, type Page } from './page.ts';
import { describe, element } from './summary.ts';

type Field = HTMLInputElement | HTMLTextAreaElement;
type Texts = Page['texts'];

/** What its writer has said to send as it is, so that a further try does not ask again. */
let agreed = '';

/**
 * Marks what may tell who somebody is, and asks once more before it is sent. Nothing of it leaves the device. False where
 * there is nothing to ask.
 */
export function holdsBack(page: Page, asIs: boolean): boolean {
  const { form, texts } = page;
  const known = knownNames(JSON.parse(form.dataset['names'] ?? '[]') as string[]);
  const telling = wordFields(form).flatMap((field) => {
    const told = toldBy(field, known);
    return told.length > 0 ? [{ field, told }] : [];
  });
  const written = telling.map(({ field }) => `${field.name} ${field.value}`).join('\n');
  if (asIs) agreed = written;
  if (written === agreed || telling.length === 0) return false;
  for (const { field, told } of telling) markBeside(field, told, texts, known);
  ask(form, telling[0]!.field, texts);
  return true;
}

const wordFields = (form: HTMLFormElement): Field[] =>
  [...form.querySelectorAll<Field>('[data-words]')].filter(
    (field) => !field.closest('.question')?.hasAttribute('hidden'),
  );

/** Where others are put forward by name, a name is the answer. */
function toldBy(field: Field, known: KnownNames): Told[] {
  const told = toldIn(field.value, known);
  return field.dataset['words'] === 'names' ? told.filter(({ kind }) => kind !== 'person') : told;
}

function markBeside(field: Field, told: Told[], texts: Texts, known: KnownNames): void {
  const note = element('p', { class: 'told', id: `${field.name}-told` }, sentence(told, texts));
  field.before(note);
  describe(field, note.id);
  field.addEventListener('input', () => {
    const left = toldBy(field, known);
    note.textContent = left.length > 0 ? sentence(left, texts) : (texts.settled ?? '');
    note.classList.toggle('fixed', left.length === 0);
  });
}

const sentence = (told: Told[], texts: Texts): string =>
  say(texts, 'told', { what: toldWords(told, (kind) => texts[kind] ?? '') });

/** Beside the button that was just pressed, as the page does it without scripts. */
function ask(form: HTMLFormElement, first: Field, texts: Texts): void {
  const named = { role: 'alert', 'aria-labelledby': 'errors-title' };
  const panel = element('div', { id: 'errors', class: 'summary caution', tabindex: '-1', ...named });
  const rewrite = element('button', { type: 'button' }, texts.rewrite);
  rewrite.addEventListener('click', () => {
    first.focus();
    first.closest('.question, .row')?.scrollIntoView();
  });
  const asIs = element('button', { type: 'submit', name: 'as-is', value: 'yes', class: 'quiet' }, texts.asIs);
  const buttons = element('p', { class: 'buttons' });
  buttons.append(rewrite, asIs);
  panel.append(element('h2', { id: 'errors-title' }, texts.caution), element('p', {}, texts.cautionText), buttons);
  form.querySelector('[type=submit]')?.after(panel);
  panel.focus();
}
