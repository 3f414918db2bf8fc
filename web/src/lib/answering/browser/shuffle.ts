/**
 * Options of a list where the first place would be an advantage stand in an order of this device's own, which stays the
 * same as long as its draft does. What stands alone ("none of these") stays at the end.
 */
export function shuffle(form: HTMLFormElement, seed: string): void {
  for (const list of form.querySelectorAll('[data-shuffle]')) {
    const led = list.querySelector('input[id]');
    const free = [...list.children].filter((item) => !item.querySelector('[data-alone]'));
    const drawn = free.map((item, at) => ({ item, lot: lotOf(`${seed}.${at}`) })).sort((a, b) => a.lot - b.lot);
    list.prepend(...drawn.map(({ item }) => item));
    lead(led, list.querySelector('input'));
  }
}

/** Errors lead to the first option. */
function lead(from: Element | null, to: Element | null): void {
  if (!from || !to || from === to) return;
  to.id = from.id;
  from.removeAttribute('id');
}

/** FNV-1a, stirred once more: enough to draw lots from a random seed. */
function lotOf(text: string): number {
  let lot = 0x811c9dc5;
  for (const letter of text) lot = Math.imul(lot ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return Math.imul(lot ^ (lot >>> 15), 0x2c1b3c6d) >>> 0;
}
