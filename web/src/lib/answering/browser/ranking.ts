import { hear, say } from './page.ts';
import type { Page } from './page.ts';

/** One row of a ranking, with what moves it. */
interface Row {
  line: HTMLElement;
  item: string;
  /** The list of places a browser without scripts shows: it stays what is kept and sent. */
  places: HTMLSelectElement;
  badge: HTMLElement;
  buttons: Record<Act, HTMLButtonElement>;
}
type Act = 'up' | 'down' | 'remove' | 'add';

const signs: Record<Act, string> = { up: '↑', down: '↓', remove: '✕', add: '' };
/** Where the focus goes after an act: to the same button, or to the next that still does something. */
const then: Record<Act, Act[]> = {
  up: ['up', 'down', 'remove'],
  down: ['down', 'up', 'remove'],
  remove: ['add'],
  add: ['up', 'remove'],
};

/** Options are put in order by buttons that move their rows. */
export function offerMoving(page: Page): void {
  for (const list of page.form.querySelectorAll<HTMLElement>('.ranks')) equip(page, list);
}

function equip(page: Page, list: HTMLElement): void {
  const most = Number(list.closest<HTMLElement>('[data-most]')?.dataset['most']);
  const rows = [...list.children].map((line) => rowOf(line as HTMLElement));
  const draw = (): void => arrange(page, list, rows, most);
  for (const row of rows) {
    for (const act of Object.keys(then) as Act[]) {
      row.buttons[act].addEventListener('click', () => {
        write(rows, moved(placedIn(rows), row, act));
        draw();
        then[act]
          .map((one) => row.buttons[one])
          .find((button) => !button.disabled && !button.hidden)
          ?.focus();
        const place = row.places.value;
        hear(say(page.texts, place ? 'placed' : 'unplaced', { item: row.item, place }));
        for (const event of ['input', 'change']) row.places.dispatchEvent(new Event(event, { bubbles: true }));
      });
    }
  }
  // Places with gaps or given twice, as a form without scripts may hold them, become an order.
  write(rows, placedIn(rows));
  draw();
  page.form.addEventListener('reset', draw);
}

function rowOf(line: HTMLElement): Row {
  const places = line.querySelector('select')!;
  const badge = document.createElement('span');
  badge.className = 'badge';
  const act = (): HTMLButtonElement => {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'quiet';
    return button;
  };
  const buttons = { up: act(), down: act(), remove: act(), add: act() };
  const group = document.createElement('span');
  group.className = 'moves';
  group.append(...Object.values(buttons));
  line.prepend(badge);
  line.append(group);
  places.hidden = true;
  return { line, item: line.querySelector('label')?.textContent?.trim() ?? '', places, badge, buttons };
}

function placedIn(rows: readonly Row[]): Row[] {
  return rows.filter((row) => row.places.value).sort((a, b) => Number(a.places.value) - Number(b.places.value));
}

function moved(placed: Row[], row: Row, act: Act): Row[] {
  const at = placed.indexOf(row);
  if (act === 'add') return [...placed, row];
  const others = placed.filter((other) => other !== row);
  if (act !== 'remove') others.splice(at + (act === 'up' ? -1 : 1), 0, row);
  return others;
}

function write(rows: readonly Row[], placed: readonly Row[]): void {
  for (const row of rows) row.places.value = String(placed.indexOf(row) + 1 || '');
}

/** Those with a place come first, in their order; each button says what it would do to which option. */
function arrange({ texts }: Page, list: HTMLElement, rows: readonly Row[], most: number): void {
  const placed = placedIn(rows);
  list.append(...[...placed, ...rows.filter((row) => !row.places.value)].map((row) => row.line));
  const free = placed.length + 1;
  for (const { item, places, badge, buttons } of rows) {
    const place = Number(places.value);
    badge.textContent = place ? String(place) : '';
    buttons.up.disabled = place === 1;
    buttons.down.disabled = place === placed.length;
    for (const act of ['up', 'down', 'remove'] as const) buttons[act].hidden = !place;
    buttons.add.hidden = place > 0 || free > most;
    for (const [act, button] of Object.entries(buttons) as [Act, HTMLButtonElement][]) {
      const said = say(texts, act, { place: free });
      button.textContent = signs[act] || said;
      button.setAttribute('aria-label', `${said}: ${item}`);
    }
  }
}
