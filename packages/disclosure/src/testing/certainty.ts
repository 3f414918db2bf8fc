import load, { type Model, type ModelData } from 'highs';
import type { ProtectedCell } from '../cells.ts';

/** What an attacker sees of one question: who is who, and what is shown of which people. Shares no code with the engine. */
export interface Seen {
  /** The truth: people per inner cell and category. */
  readonly truth: readonly (readonly number[])[];
  readonly shown: readonly { readonly cells: readonly number[]; readonly cell: ProtectedCell }[];
  readonly sensitive: boolean;
}

// Its types are of the CommonJS build, where the function is a property of the module.
const highs = await (load as unknown as typeof load.default)();

/**
 * Inner cells whose people all certainly gave one same answer: figures are equations, bands are inequalities, and numbers
 * of people are whole and not negative. The truth fits, so only cells that are in truth uniform can be certain, and a
 * solution in which somebody there answers otherwise clears one. First by linear programming, which finds such solutions
 * quickly; what it leaves, or clears with parts of people only, is decided in whole numbers.
 */
export function certainCells(seen: Seen): number[] {
  const suspects = new Map(
    seen.truth.flatMap((row, cell) => {
      const answers = row.flatMap((people, category) => (people > 0 ? [category] : []));
      return answers.length === 1 ? [[cell, answers[0]!] as const] : [];
    }),
  );
  const model = modelOf(seen);
  if (suspects.size > 0) clearBy(seen, model, suspects);
  if (suspects.size > 0) clearBy(seen, { ...model, integrality: new Int32Array(model.numCols).fill(1) }, suspects);
  return [...suspects.keys()];
}

function clearBy({ truth }: Seen, data: ModelData, suspects: Map<number, number>): void {
  const width = truth[0]!.length;
  highs.withModel(data, (model) => {
    model.options.set({ output_flag: false });
    for (const [cell, category] of suspects) {
      const world = withLeast(model, cell * width + category);
      if (world.some((people) => Math.abs(people - Math.round(people)) > 1e-6)) continue;
      for (const [other, answer] of suspects) {
        if (world[other * width + answer]! < total(truth[other]!) - 1e-6) suspects.delete(other);
      }
    }
  });
}

/** A world in which as few as possible give the answer of the column. */
function withLeast(model: Model, column: number): Float64Array {
  model.changeColCost(column, 1);
  model.run();
  if (model.getModelStatus() !== highs.constants.modelStatus.optimal) throw new Error('the truth does not fit');
  const { colValue } = model.getSolution();
  model.changeColCost(column, 0);
  return colValue;
}

function modelOf({ truth, shown, sensitive }: Seen): ModelData {
  const width = truth[0]!.length;
  const rows: { columns: number[]; least: number; most: number }[] = truth.map((row, cell) => ({
    columns: row.map((_, category) => cell * width + category),
    least: total(row),
    most: total(row),
  }));
  for (const { cells, cell } of shown) {
    const columns = (category: number): number[] => cells.map((one) => one * width + category);
    const n = cells.reduce((sum, one) => sum + total(truth[one]!), 0);
    if (cell.kind === 'exact') {
      cell.counts.forEach((count, category) => rows.push({ columns: columns(category), least: count, most: count }));
    }
    if (cell.kind === 'band')
      rows.push({ columns: columns(cell.option), least: n - dissentTold(n, sensitive), most: n });
  }
  const zeros = new Float64Array(truth.length * width);
  return {
    numCols: zeros.length,
    numRows: rows.length,
    colCost: zeros,
    colLower: zeros,
    colUpper: zeros.map((_, at) => total(truth[Math.floor(at / width)]!)),
    rowLower: rows.map(({ least }) => least),
    rowUpper: rows.map(({ most }) => most),
    matrix: {
      format: 'csr',
      numRows: rows.length,
      numCols: zeros.length,
      starts: rows.reduce((starts, { columns }) => [...starts, starts.at(-1)! + columns.length], [0]),
      indices: rows.flatMap(({ columns }) => columns),
      values: rows.flatMap(({ columns }) => columns.map(() => 1)),
    },
  };
}

/** What a band tells a reader of the published rules: at most this many chose anything else. */
function dissentTold(n: number, sensitive: boolean): number {
  if (n > 300) return Math.trunc(n * 0.01 + 1e-9);
  if (n >= 100) return Math.trunc(n * 0.02 + 1e-9);
  return n >= 40 || sensitive ? 2 : 1;
}

function total(row: readonly number[]): number {
  return row.reduce((sum, people) => sum + people, 0);
}
