import type { RosterTexts } from './texts.ts';

/** What the page shows between a personal link and the form, one at a time. */
export type Step =
  'wait' | 'cannot' | 'away' | 'doubt' | 'link' | 'kept' | 'other' | 'collect' | 'code' | 'form' | 'later';

const root = (): HTMLElement | null => document.querySelector<HTMLElement>('#roster');

export function textsOnPage(): RosterTexts {
  return JSON.parse(root()?.dataset['texts'] ?? '{}') as RosterTexts;
}

/** The origin that issues credentials, where it is another than the page's. */
export const issuerOnPage = (): string => root()?.dataset['issuer'] ?? '';

/** Shows a step; who pressed a button is led to its heading. */
export function showStep(step: Step, lead = true): void {
  for (const part of root()?.querySelectorAll<HTMLElement>('[data-step]') ?? []) {
    part.hidden = part.dataset['step'] !== step;
    if (part.hidden || !lead) continue;
    part.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true });
    part.scrollIntoView();
  }
  const form = document.querySelector<HTMLFormElement>('#form');
  if (form) form.hidden = step !== 'form';
}

export function fill(slot: string, text: string): void {
  const place = root()?.querySelector(`[data-slot=${slot}]`);
  if (place) place.textContent = text;
}

/** Says how it goes, where screen readers listen. */
export const saying = (text: string): void => fill('said', text);

/** A form of the page's own, which is never sent: `act` gets what stands in its one field. */
export function onForm(name: string, act: (typed: string, field: HTMLInputElement) => void): void {
  const form = root()?.querySelector<HTMLFormElement>(`[data-form=${name}]`);
  const field = form?.querySelector('input');
  form?.addEventListener('submit', (event) => {
    event.preventDefault();
    if (field) act(field.value, field);
  });
}

/** While something is under way nothing else is begun. */
export function setBusy(busy: boolean): void {
  for (const button of root()?.querySelectorAll('button') ?? []) button.disabled = busy;
}
