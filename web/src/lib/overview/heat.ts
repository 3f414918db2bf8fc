import { indexOfAll } from '@danban/indicators';
import { numberOf } from '@danban/contract';
import { indexAt, itemsOf, type Item, type ReadPage } from './read.ts';

/** Units against questions on a scale; each figure an index 0–100, `null` where it is not shown. */
export interface Heat {
  columns: { id: string; number: number; text: Item['question']['text'] }[];
  rows: { place: number; name: string; own: boolean; figures: (number | null)[] }[];
}

/** A question with several rows stands for their mean. `null` where there is nothing to compare. */
export function heatOf(page: ReadPage): Heat | null {
  const items = itemsOf(page);
  const questions = [...new Set(items.map(({ question }) => question))];
  if (questions.length === 0 || page.units.length < 2) return null;
  return {
    columns: questions.map(({ id, text }) => ({ id, number: numberOf(page, id), text })),
    rows: page.units.map(({ name, own }, place) => ({
      place,
      name,
      own,
      figures: questions.map((question) =>
        indexOfAll(items.filter((item) => item.question === question).map((item) => indexAt(item, place))),
      ),
    })),
  };
}

/** Which fifth of 0–100 a figure lies in, 1–5. */
export function fifthOf(figure: number): number {
  return Math.min(5, 1 + Math.floor(figure / 20));
}
