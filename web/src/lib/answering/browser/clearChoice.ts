import { checkedIn } from './page.ts';

/** A radio button cannot be taken back: where an answer may be left out, a button does it. */
export function offerClearing(form: HTMLFormElement, label: string, onCleared: () => void): void {
  const optional = '[data-type=single]:not([data-required]), [data-type=scale]:not([data-required])';
  const rows = '[data-type=matrix]:not([data-required]) .row';
  for (const group of form.querySelectorAll(`${optional}, ${rows}`)) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'quiet clear';
    button.textContent = label;
    group.append(button);
    group.classList.add('clearable');
    showWhileChosen(button, group, form);
    button.addEventListener('click', () => {
      for (const input of checkedIn(group)) input.checked = false;
      group.querySelector<HTMLElement>('input')?.focus();
      button.hidden = true;
      onCleared();
    });
  }
}

function showWhileChosen(button: HTMLElement, group: Element, form: HTMLFormElement): void {
  button.hidden = checkedIn(group).length === 0;
  group.addEventListener('change', () => (button.hidden = false));
  form.addEventListener('reset', () => (button.hidden = true));
}
