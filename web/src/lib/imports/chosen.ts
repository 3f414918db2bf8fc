import type { ImportView } from '@danban/contract';
import { field } from '../form.ts';

/** What the form of the preview says: the table it carries, and how it is to be read. */
export interface Chosen {
  table: string;
  sheet: string;
  columns?: Record<string, number>;
  day?: string;
}

const prefix = 'column.';

export const columnName = (of: string): string => `${prefix}${of}`;

function columnsIn(form: FormData): Record<string, number> {
  const named = [...form.keys()].filter((name) => name.startsWith(prefix) && field(form, name) !== '');
  return Object.fromEntries(named.map((name) => [name.slice(prefix.length), Number(field(form, name))]));
}

/** What the preview showed, as one word, so that importing can tell whether anything was chosen anew since. */
export function shownAs({ sheet, columns, day }: Pick<ImportView, 'sheet' | 'columns' | 'day'>): string {
  const sorted = Object.entries(columns).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([sheet, day, sorted]);
}

/** Another sheet has columns of its own: what was chosen for the one before says nothing about them. */
export function chosenIn(form: FormData): Chosen & { isShown: boolean } {
  const [table, sheet, day] = [field(form, 'table'), field(form, 'sheet'), field(form, 'day')];
  const columns = columnsIn(form);
  const isShown = shownAs({ sheet, columns, day }) === field(form, 'shown');
  const same = sheet === field(form, 'shownSheet');
  return { table, sheet, ...(same ? { columns } : {}), ...(day === '' ? {} : { day }), isShown };
}

/** A, B, … Z, AA: as spreadsheets name their columns. */
export function letterOf(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest === 0 ? '' : letterOf(rest - 1)) + String.fromCharCode(65 + (column % 26));
}
