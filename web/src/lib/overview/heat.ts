import { indexOfAll } from '@danban/indicators';
import { numberOf } from '@danban/contract';
import { extremes } from './extremes.ts';
import { indexAt, itemsOf, placeOf, type Named, type Place, type ReadPage } from './read.ts';

/** Units against questions on a scale; each figure an index 0–100, `null` where it is not shown. */
export interface Heat {
  columns: (Named & { number: number })[];
  /** The unit shown, then those below it. */
  rows: (Place & { figures: (number | null)[] })[];
  found: HeatFound;
}

/** A figure of the table, and where it stands. */
export type HeatEnd = Place & { number: number; figure: number };
export type HeatFound = 'none' | 'alike' | { high: HeatEnd; low: HeatEnd };

/** A question with several rows stands for their mean. `null` where there is nothing to compare. */
export function heatOf(page: ReadPage): Heat | null {
  const items = itemsOf(page);
  const questions = [...new Set(items.map(({ question }) => question))];
  if (questions.length === 0 || page.units.length < 2) return null;
  const columns = questions.map(({ id, text }) => ({ id, number: numberOf(page, id), text }));
  const rows = page.units.map((unit, place) => ({
    ...placeOf(unit),
    figures: questions.map((question) =>
      indexOfAll(items.filter((item) => item.question === question).map((item) => indexAt(item, place))),
    ),
  }));
  return { columns, rows, found: endsOf({ columns, rows }) };
}

function endsOf({ columns, rows }: Pick<Heat, 'columns' | 'rows'>): HeatFound {
  const shown = rows.flatMap(({ figures, ...place }) =>
    figures.flatMap((figure, at) => (figure === null ? [] : [{ ...place, number: columns[at]!.number, figure }])),
  );
  if (shown.length === 0) return 'none';
  return extremes(shown, ({ figure }) => figure) ?? 'alike';
}

/** The figures of each fifth, for the key of the shades. */
export const fifths = [1, 2, 3, 4, 5].map((fifth) => ({
  fifth,
  from: (fifth - 1) * 20,
  to: fifth === 5 ? 100 : fifth * 20 - 1,
}));

/** Which fifth of 0–100 a figure lies in as it is said, 1–5: two cells that read the same are painted the same. */
export function fifthOf(figure: number): number {
  return Math.min(5, 1 + Math.floor(Math.round(figure) / 20));
}
