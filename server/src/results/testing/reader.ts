import { cellsOf, type CellView } from '@danban/contract';
import type { Definition, Question } from '@danban/survey';
import load, { type Model, type ModelData } from 'highs';
import type { Release } from '../release.ts';
import type { Sheet } from './releases.ts';

/**
 * A reader of whole releases who knows the rules, the tree and how many of each kind of people answered where, combines
 * the tables of all questions, and thinks through every way the sheets can have been filled in. Shares no code with the
 * engine.
 */
export interface Crowd {
  readonly definition: Definition;
  readonly parent: readonly number[];
  /** Every way a sheet can be filled in. */
  readonly kinds: readonly Sheet[];
  /** People who cannot be told apart: of one place, counted first in one release, one in what a reader knows of them. */
  readonly cells: readonly { place: number; release: number; known: Sheet; people: readonly number[] }[];
}

/** A table as the reader has it: what each kind counts as in it, `null` for who was not asked. */
export interface Table {
  readonly name: string;
  readonly categoryOf: readonly (number | null)[];
}

function tablesOf({ definition, kinds }: Pick<Crowd, 'definition' | 'kinds'>): Table[] {
  return definition.questions.flatMap((question) =>
    columnsOf(question).map(({ name, of }) => ({
      name,
      categoryOf: kinds.map((sheet) => (isAsked(question, sheet) ? of(sheet) : null)),
    })),
  );
}

function columnsOf(question: Question): { name: string; of: (sheet: Sheet) => number }[] {
  if (!('options' in question)) return [];
  const ids = question.options.map(({ id }) => id);
  const given = (sheet: Sheet) => sheet[question.id];
  if (question.type !== 'multi') return [{ name: question.id, of: (sheet) => ids.indexOf(given(sheet) as string) + 1 }];
  return ids.map((id) => ({
    name: `${question.id}.${id}`,
    of: (sheet) => ((given(sheet) as string[] | undefined)?.includes(id) ? 1 : 0),
  }));
}

function isAsked({ showIf }: Question, sheet: Sheet): boolean {
  if (!showIf) return true;
  const chosen = [sheet[showIf.question] ?? []].flat() as string[];
  return chosen.some((id) => showIf.anyOf.includes(id));
}

export interface Figure {
  readonly cells: readonly number[];
  readonly table: Table;
  readonly cell: CellView;
}

/** What one release shows, of which cells; `upTo`: people first counted later were not there. */
export function figuresIn(crowd: Crowd, { head, groups }: Release, upTo = Infinity): Figure[] {
  const tables = tablesOf(crowd);
  const criteria = head.plan?.breakdowns.map(({ question }) => tables.find(({ name }) => name === question)!) ?? [];
  return groups.flatMap((group) => {
    const unit = group.kind === 'unit' ? group.said.position : group.said.unit;
    const by = group.kind === 'unit' ? [] : group.said.by;
    const cells = crowd.cells.flatMap(({ place, release, known }, cell) => {
      const isIn = by.every(
        ({ criterion, category }) =>
          known[criteria[criterion]!.name] === optionAt(crowd, criteria[criterion]!.name, category),
      );
      return release <= upTo && isWithin(crowd.parent, place, unit) && isIn ? [cell] : [];
    });
    return cellsOf(head, group.cells)
      .flat()
      .map((cell, at) => ({ cells, table: tables[at]!, cell }));
  });
}

function optionAt({ definition }: Crowd, id: string, category: number): unknown {
  const question = definition.questions.find((one) => one.id === id);
  return question && 'options' in question ? question.options[category - 1]?.id : undefined;
}

function isWithin(parent: readonly number[], place: number, unit: number): boolean {
  for (let at = place; at >= 0; at = parent[at]!) if (at === unit) return true;
  return false;
}

const highs = await (load as unknown as typeof load.default)();

/** Cells and tables where everybody who was asked certainly gave one same answer. */
export function certainFrom(crowd: Crowd, figures: readonly Figure[]): string[] {
  const { cells, kinds } = crowd;
  const suspects = tablesOf(crowd).flatMap((table) =>
    cells.flatMap(({ people, known }, cell) => {
      if (table.name in known) return [];
      const answers = new Set(people.flatMap((some, kind) => (some > 0 ? (table.categoryOf[kind] ?? []) : [])));
      const others = kinds.flatMap((_, kind) => {
        const answer = table.categoryOf[kind];
        return answer === null || answers.has(answer!) ? [] : [cell * kinds.length + kind];
      });
      return answers.size === 1 ? [{ name: `${table.name} in ${cell}`, others }] : [];
    }),
  );
  const open = new Map(suspects.map(({ name, others }) => [name, others]));
  const model = modelOf(crowd, figures);
  clear(model, open);
  if (open.size > 0) clear({ ...model, integrality: new Int32Array(model.numCols).fill(1) }, open);
  return [...open.keys()];
}

/** Whoever of a cell answers otherwise in one way of filling in the sheets clears it. */
function clear(data: ModelData, open: Map<string, number[]>): void {
  highs.withModel(data, (model) => {
    model.options.set({ output_flag: false });
    for (const others of open.values()) {
      const world = withMost(model, others);
      if (world.some((people) => Math.abs(people - Math.round(people)) > 1e-6)) continue;
      for (const [name, columns] of open) if (columns.some((at) => world[at]! > 0.5)) open.delete(name);
    }
  });
}

function withMost(model: Model, columns: readonly number[]): Float64Array {
  for (const column of columns) model.changeColCost(column, -1);
  model.run();
  if (model.getModelStatus() !== highs.constants.modelStatus.optimal) throw new Error('the truth does not fit');
  const { colValue } = model.getSolution();
  for (const column of columns) model.changeColCost(column, 0);
  return colValue;
}

interface Row {
  columns: number[];
  least: number;
  most: number;
}

function modelOf({ cells, kinds }: Crowd, figures: readonly Figure[]): ModelData {
  const width = kinds.length;
  const peopleIn = (cell: number) => cells[cell]!.people.reduce((sum, some) => sum + some, 0);
  const columnsWhere = (own: readonly number[], table: Table, category: number) =>
    own.flatMap((cell) =>
      kinds.flatMap((_, kind) => (table.categoryOf[kind] === category ? [cell * width + kind] : [])),
    );
  const rows: Row[] = cells.map((_, cell) => ({
    columns: kinds.map((__, kind) => cell * width + kind),
    least: peopleIn(cell),
    most: peopleIn(cell),
  }));
  for (const { cells: own, table, cell } of figures) {
    if (cell.kind === 'exact') {
      cell.counts.forEach((count, category) =>
        rows.push({ columns: columnsWhere(own, table, category), least: count, most: count }),
      );
    }
    if (cell.kind === 'band') {
      const n = own.reduce((sum, one) => sum + peopleIn(one), 0);
      rows.push({ columns: columnsWhere(own, table, cell.option), least: n - dissentTold(n), most: n });
    }
  }
  // A kind of which the reader knows that it cannot be there.
  const most = cells.flatMap(({ known }, cell) => kinds.map((sheet) => (fits(sheet, known) ? peopleIn(cell) : 0)));
  const zeros = new Float64Array(cells.length * width);
  return {
    numCols: zeros.length,
    numRows: rows.length,
    colCost: zeros,
    colLower: zeros,
    colUpper: Float64Array.from(most),
    rowLower: rows.map((row) => row.least),
    rowUpper: rows.map((row) => row.most),
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

const fits = (sheet: Sheet, known: Sheet): boolean =>
  Object.entries(known).every(([id, answer]) => sheet[id] === answer);

/** What a band tells a reader of the published rules: at most this many chose anything else. */
function dissentTold(n: number): number {
  if (n > 300) return Math.floor(n / 100);
  if (n >= 100) return Math.floor(n / 50);
  return n >= 40 ? 2 : 1;
}
