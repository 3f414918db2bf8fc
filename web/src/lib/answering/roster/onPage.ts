import { canonicalJson } from '@danban/bytes';
import type { Definition, Question, Text } from '@danban/survey';
import { localised } from '@danban/survey/localised';
import { marksOf } from '../../surveys/questions/marks.ts';

type Lang = 'vi' | 'en';

/** The server's own fields, which ask nobody anything. */
const aside = ['nonce', 'lang'];

const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();

function said(element: Element | null, without?: string): string {
  const copy = element?.cloneNode(true) as Element | undefined;
  if (without) for (const part of copy?.querySelectorAll(without) ?? []) part.remove();
  return plain(copy?.textContent ?? '');
}

/**
 * Whether a page asks just what a definition asks: every question in its place with its words, every field with its
 * name and value, and nothing else. Looked at before the page's script moves anything.
 */
export function showsAll(page: Document, definition: Definition, lang: Lang): boolean {
  const groups = [...page.querySelectorAll<HTMLElement>('#form [data-type]')];
  const says = (element: Element | null, text: Text) => said(element) === plain(localised(text, lang));
  return (
    says(page.querySelector('h1'), definition.title) &&
    says(page.querySelector('.intro'), definition.intro) &&
    groups.length === definition.questions.length &&
    same(fieldsOn(page), definition.questions.flatMap(fieldsOf)) &&
    definition.questions.every((question, at) => asks(groups[at]!, question, lang))
  );
}

const same = (shown: readonly string[], meant: readonly string[]): boolean =>
  shown.length === meant.length && shown.every((one, at) => one === meant[at]);

const isChoice = (field: HTMLElement): boolean =>
  field instanceof HTMLInputElement && (field.type === 'radio' || field.type === 'checkbox');

/** Each field of the form in order as `name=value`; a list with all its values, a field to write in with none. */
function fieldsOn(page: Document): string[] {
  const fields = [...page.querySelectorAll<HTMLInputElement>('#form :is(input, textarea, select)')];
  return fields
    .filter(({ name }) => !aside.includes(name))
    .map((field) => `${field.name}=${isChoice(field) ? field.value : valuesOf(field)}`);
}

function valuesOf(field: HTMLElement): string {
  return [...field.querySelectorAll('option')].map(({ value }) => value).join();
}

function fieldsOf(question: Question): string[] {
  const { id } = question;
  const choices = (name: string, options: readonly { id: string }[]) => options.map((one) => `${name}=${one.id}`);
  switch (question.type) {
    case 'single':
    case 'scale':
    case 'multi':
      return choices(id, question.options);
    case 'matrix':
      return question.rows.flatMap((row) => choices(`${id}.${row.id}`, question.options));
    case 'rank':
      return question.options.map((option) => `${id}.${option.id}=${placesOf(question)}`);
    case 'stance':
      return [...choices(`${id}.choice`, question.options), ...(question.allowComment ? [`${id}.comment=`] : [])];
    default:
      return [`${id}=`];
  }
}

function placesOf({ options, maxChoices = options.length }: Extract<Question, { type: 'rank' }>): string {
  return ['', ...options.slice(0, maxChoices).map((_, at) => at + 1)].join();
}

/** The words of a question, of its options and rows, and when it is asked. */
function asks(group: HTMLElement, question: Question, lang: Lang): boolean {
  const words = (text: Text) => plain(localised(text, lang));
  const condition = group.dataset['showIf'];
  return (
    group.id === question.id &&
    group.dataset['type'] === question.type &&
    (group.dataset['required'] !== undefined) === Boolean(question.required) &&
    canonicalJson(condition === undefined ? null : JSON.parse(condition)) === canonicalJson(question.showIf ?? null) &&
    said(group.querySelector('h3'), '.place') === words(question.text) &&
    (!question.help || said(group.querySelector('.help')).startsWith(words(question.help))) &&
    same(rowsOn(group), rowsOf(question).map(words)) &&
    saysOptions(group, question, words)
  );
}

const rowsOn = (group: HTMLElement): string[] =>
  [...group.querySelectorAll('[data-row] > legend, li.row > label')].map((row) => said(row));

function rowsOf(question: Question): Text[] {
  if (question.type === 'matrix') return question.rows.map(({ text }) => text);
  return question.type === 'rank' ? question.options.map(({ text }) => text) : [];
}

function saysOptions(group: HTMLElement, question: Question, words: (text: Text) => string): boolean {
  if (!('options' in question) || question.type === 'rank') return true;
  const { options } = question;
  const numbered = question.type === 'matrix' || question.type === 'scale';
  const marks = numbered ? marksOf(options) : null;
  const inputs = [...group.querySelectorAll<HTMLInputElement>('input:is([type=radio], [type=checkbox])')];
  const heads = [...group.querySelectorAll('.heads > span')].map((head) => said(head));
  const meant = options.map(({ text }) => words(text));
  const marked = meant.map((text, at) => (marks ? `${marks[at]} ${text}` : text));
  return (
    (question.type !== 'matrix' || same(heads, marked)) &&
    inputs.every((input, at) => {
      const place = at % options.length;
      const label = said(input.closest('label'));
      // What is chosen on its own says so in brackets behind its words.
      const alone = question.type === 'multi' && question.options[place]?.exclusive;
      const text = question.type === 'matrix' ? marked[place]! : meant[place]!;
      const fits = alone ? label.startsWith(`${text} (`) : label === text;
      return fits && (input.dataset['mark'] ?? '') === (marks?.[place] ?? '');
    })
  );
}
