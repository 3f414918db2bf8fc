import { checkedIn } from './page.ts';

/** A radio button cannot be taken back: where an answer may be left out, a button does it. */
export function offerClearing(form: HTMLFormElement, label: string, onCleared: () => void): void {
  const whole = ':is([data-type=single], [data-type=scale], [data-type=stance])';
  const optional = `${whole}:not([data-required]), [data-type=matrix]:not([data-required]) .row`;
  for (const group of form.querySelectorAll(optional)) {
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
