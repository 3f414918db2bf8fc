import { LIMITS } from './limits.ts';
import { refuse, type Read } from './issue.ts';

/** One row that holds something. `number` is the one the spreadsheet shows beside it. */
export interface Row {
  number: number;
  cells: string[];
}

export interface Sheet {
  name: string;
  rows: Row[];
}

function trimmed(cells: string[]): string[] {
  const last = cells.findLastIndex((cell) => cell.trim() !== '');
  return cells.slice(0, Math.min(last + 1, LIMITS.columns)).map((cell) => cell.slice(0, LIMITS.cell + 1));
}

/** Rows a sheet may have: headings and titles stand above the table. */
const mostRows = LIMITS.rows + 30;

/** Collects the rows of a file within its bounds; after a refusal nothing more needs to be read. */
export class Collector {
  readonly #sheets: Sheet[] = [];
  #letters = 0;
  #refusal: Extract<Read<never>, { ok: false }> | undefined;

  begin(name: string): void {
    this.#sheets.push({ name, rows: [] });
  }

  /** False: the file holds too much, the rest may stay unread. */
  add(number: number, cells: string[]): boolean {
    const kept = trimmed(cells);
    if (kept.length === 0) return true;
    const { rows } = this.#sheets.at(-1)!;
    rows.push({ number, cells: kept });
    this.#letters += kept.reduce((sum, cell) => sum + cell.length, 0);
    if (rows.length > mostRows) this.#refusal = refuse('too-many-lines', { most: LIMITS.rows });
    if (this.#letters > LIMITS.letters) this.#refusal = refuse('unpacks-too-large');
    return this.#refusal === undefined;
  }

  result(): Read<Sheet[]> {
    if (this.#refusal !== undefined) return this.#refusal;
    const sheets = this.#sheets.filter((sheet) => sheet.rows.length > 0);
    return sheets.length === 0 ? refuse('no-rows') : { ok: true, value: sheets };
  }
}
