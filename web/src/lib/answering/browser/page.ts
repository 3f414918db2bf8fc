import type { ScriptTexts } from '../scriptTexts.ts';
import { memoryOf } from './draft.ts';
import type { Memory } from './draft.ts';

/** The page as the script sees it. */
export interface Page {
  slug: string;
  /** Another origin where answers are taken; empty: the page's own. */
  urn: string;
  lang: string;
  texts: ScriptTexts;
  form: HTMLFormElement;
  nonce: HTMLInputElement;
  /** The code of a slip, where the survey is entered by one. */
  code: HTMLInputElement | null;
  memory: Memory;
}

/** Something wrong with an answer, as the API names it: `q3`, or `q3.r1` for a row. */
export interface Issue {
  path: string;
  code: string;
  params?: Record<string, string | number>;
}

/** `memory`: what this device keeps of the survey, unless told otherwise. */
export function pageAround(form: HTMLFormElement, memory = memoryOf(form.dataset['slug'] ?? '')): Page {
  const { slug = '', urn = '', lang = 'vi', texts = '{}' } = form.dataset;
  return {
    slug,
    urn,
    lang,
    texts: JSON.parse(texts) as ScriptTexts,
    form,
    nonce: form.elements.namedItem('nonce') as HTMLInputElement,
    code: form.elements.namedItem('code') as HTMLInputElement | null,
    memory,
  };
}

export function say(texts: ScriptTexts, code: string, params: Issue['params'] = {}): string {
  const sentence = texts[code as keyof ScriptTexts] ?? texts['wrong-type'];
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
}

/** Says how sending goes, beside the button, where screen readers listen. */
export function tell(sentence: string): void {
  const status = document.getElementById('status');
  if (status) status.textContent = sentence;
}

/** Says what has changed on the page to who hears it; who sees it, sees it. */
export function hear(sentence: string): void {
  const heard = document.getElementById('heard');
  if (heard) heard.textContent = sentence;
}

export function show(id: string, yes: boolean): void {
  const note = document.getElementById(id);
  if (note) note.hidden = !yes;
}

export function questionsIn(form: HTMLFormElement): HTMLElement[] {
  return [...form.querySelectorAll<HTMLElement>('[data-type]')];
}

export function checkedIn(group: Element): HTMLInputElement[] {
  return [...group.querySelectorAll<HTMLInputElement>('input:checked')];
}

/** Buttons say by `data-do` what they do. */
export function onEach(what: string, act: () => void): void {
  for (const button of document.querySelectorAll(`[data-do=${what}]`)) button.addEventListener('click', act);
}
