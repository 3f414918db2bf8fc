const ask = (leaving: Event): void => leaving.preventDefault();

/** Whether the browser asks, in its own words, before somebody leaves what is in this tab alone. */
export function askBeforeLeaving(yes: boolean): void {
  if (yes) addEventListener('beforeunload', ask);
  else removeEventListener('beforeunload', ask);
}
