/** Where the hand goes on after an act: what is new is written in, what was moved can be moved on. */
export function focusAfter(form: HTMLFormElement, act: string, question: string | undefined): void {
  const [verb = ''] = act.split(':');
  const [what = '', list] = verb.split('-');
  const fold = form.querySelector<HTMLDetailsElement>(`[data-question="${CSS.escape(question ?? '')}"]`);
  if (what === 'cite') return form.querySelector<HTMLElement>('[name=cite]')?.focus();
  if (list === 'basis' && what === 'remove') return form.querySelector<HTMLElement>('[data-list=basis]')?.focus();
  const items = list ? fold?.querySelector<HTMLElement>(`[data-list="${list}"]`) : undefined;
  if (what === 'up' || what === 'down') focusMover(form, act, what);
  else if (what === 'remove') (items ?? form.querySelector<HTMLElement>('[data-question] summary'))?.focus();
  else if (what === 'add' || what === 'copy' || what === 'lines') focusNew(items, fold);
}

/** The same button, or the one that moves it back when it can go no further. */
function focusMover(form: HTMLFormElement, act: string, what: 'up' | 'down'): void {
  const button = (value: string) =>
    form.querySelector<HTMLButtonElement>(`button[name=do][value="${CSS.escape(value)}"]:enabled`);
  const back = (what === 'up' ? 'down' : 'up') + act.slice(what.length);
  (button(act) ?? button(back))?.focus();
}

function focusNew(items: HTMLElement | null | undefined, fold: HTMLElement | null): void {
  if (items) {
    [...items.querySelectorAll<HTMLElement>('textarea[name$=".text.vi"]')].at(-1)?.focus();
    return;
  }
  fold?.querySelector('textarea')?.focus({ preventScroll: true });
  fold?.scrollIntoView({ block: 'start' });
}
