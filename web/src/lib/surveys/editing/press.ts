/** Does by script what a button of the form with this value would do. */
export function pressIn(place: HTMLElement, act: string): void {
  const form = place.closest('form');
  if (!form) return;
  const button = document.createElement('button');
  button.name = 'do';
  button.value = act;
  button.hidden = true;
  form.append(button);
  form.requestSubmit(button);
  button.remove();
}
