import type { Attachment } from 'svelte/attachments';

/** One thing in a list that is being dragged, and what is known when it begins. */
interface Drag {
  item: HTMLElement;
  items: HTMLElement[];
  from: number;
  to: number;
  startY: number;
  /** Where the middles of all items were, on the page. */
  middles: number[];
  heights: number[];
  pointer: number;
  /** Where the hand is in the window now. */
  y: number;
  /** Looks again every moment: near an edge the page moves under a hand that rests. */
  clock: ReturnType<typeof setInterval>;
}

const edge = 72;
const moment = 30;

/** How far the page had been scrolled down. */
const scrolled = (): number => document.documentElement.scrollTop;

/** The place among the others that the middle of the dragged item has come to. */
export function placeAt(middle: number, middles: readonly number[], from: number): number {
  const others = middles.filter((_, at) => at !== from);
  return others.filter((other) => other < middle).length;
}

/** What a press takes hold of; nothing where it is no grip of this list. */
function taken(list: HTMLElement, event: PointerEvent, look: () => void): Drag | undefined {
  const grip = (event.target as Element).closest<HTMLElement>('[data-grip]');
  const item = grip?.closest<HTMLElement>('[data-item]');
  if (!grip || !item || item.parentElement !== list || event.button !== 0) return undefined;
  event.preventDefault();
  grip.setPointerCapture(event.pointerId);
  item.classList.add('dragged');
  const items = [...list.children].filter((child): child is HTMLElement => child.matches('[data-item]'));
  const boxes = items.map((one) => one.getBoundingClientRect());
  const from = items.indexOf(item);
  return {
    item,
    items,
    from,
    to: from,
    startY: event.clientY + scrolled(),
    middles: boxes.map((box) => box.top + box.height / 2 + scrolled()),
    heights: boxes.map((box) => box.height),
    pointer: event.pointerId,
    y: event.clientY,
    clock: setInterval(look, moment),
  };
}

function letGo({ item, items, clock }: Drag): void {
  clearInterval(clock);
  for (const one of items) one.style.transform = '';
  item.classList.remove('dragged');
}

/**
 * Lets the children of a list that carry `data-item` be dragged by their `data-grip`, with a mouse, a pen or a finger.
 * `moved` hears which item came to which place; it is to draw the list anew. Escape lets everything stay.
 */
export function sortable(moved: (item: string, place: number) => void): Attachment<HTMLElement> {
  return (list) => {
    let drag: Drag | undefined;
    const look = (): void => void (drag && follow(drag));
    const stop = (): void => {
      if (drag) letGo(drag);
      drag = undefined;
    };
    const end = (event: PointerEvent): void => {
      if (event.pointerId !== drag?.pointer) return;
      drag.y = event.clientY;
      const to = placeNow(drag);
      const { item, from } = drag;
      stop();
      if (event.type === 'pointerup' && to !== from) moved(item.dataset['item'] ?? '', to);
    };
    const life = new AbortController();
    const { signal } = life;
    list.addEventListener('pointerdown', (event) => void (drag ??= taken(list, event, look)), { signal });
    list.addEventListener(
      'pointermove',
      (event) => void (drag?.pointer === event.pointerId && (drag.y = event.clientY)),
      {
        signal,
      },
    );
    list.addEventListener('pointerup', end, { signal });
    list.addEventListener('pointercancel', end, { signal });
    addEventListener('keydown', (event) => void (event.key === 'Escape' && stop()), { signal });
    return () => {
      stop();
      life.abort();
    };
  };
}

function follow(drag: Drag): void {
  const nearEdge = drag.y < edge || drag.y > innerHeight - edge;
  if (nearEdge) scrollBy({ top: drag.y < edge ? -12 : 12, behavior: 'instant' });
  drag.to = placeNow(drag);
  draw(drag);
}

const draggedBy = ({ y, startY }: Drag): number => y + scrolled() - startY;
const placeNow = (drag: Drag): number => placeAt(drag.middles[drag.from]! + draggedBy(drag), drag.middles, drag.from);

/** The dragged item follows the hand, and those it passes make room. */
function draw(drag: Drag): void {
  const { items, from, to, heights } = drag;
  const by = draggedBy(drag);
  items.forEach((item, at) => {
    const passed = from < to ? at > from && at <= to : at >= to && at < from;
    const room = passed ? heights[from]! * (from < to ? -1 : 1) : 0;
    item.style.transform = at === from ? `translateY(${by}px)` : room === 0 ? '' : `translateY(${room}px)`;
  });
}
