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

/** What a reader has been told: the people of some cells in each category, so many times each, come to between two numbers. */
export interface Told {
  readonly cells: readonly number[];
  readonly table: Table;
  readonly times: readonly number[];
  readonly least: number;
  readonly most: number;
}

const once = (category: number): number[] => [...Array<number>(category).fill(0), 1];

function toldBy({ cells: crowd }: People, { cells, table, cell }: Figure): Told[] {
  if (cell.kind === 'exact')
    return cell.counts.map((count, category) => ({ cells, table, times: once(category), least: count, most: count }));
  if (cell.kind === 'protected') return [];
  const n = cells.reduce((sum, one) => sum + sizeOf(crowd[one]!), 0);
  return [{ cells, table, times: once(cell.option), least: n - dissentTold(n), most: n }];
}

type People = Pick<Crowd, 'cells' | 'kinds'>;
const sizeOf = ({ people }: Crowd['cells'][number]): number => people.reduce((sum, some) => sum + some, 0);

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
  const model = modelOf(
    crowd,
    figures.flatMap((figure) => toldBy(crowd, figure)),
  );
  clear(model, open);
  if (open.size > 0) clear({ ...model, integrality: new Int32Array(model.numCols).fill(1) }, open);
  return [...open.keys()];
}

/** A table of some cells that is not shown. */
export interface Hidden {
  readonly name: string;
  readonly cells: readonly number[];
  readonly table: Table;
}

export interface Settled {
  hidden: Hidden;
  counts: readonly number[];
}

/** Hidden tables that come out the same in every way of filling in the sheets that fits what was told. */
export function settledFrom(crowd: People, told: readonly Told[], hidden: readonly Hidden[]): Settled[] {
  const data = modelOf(crowd, told);
  const width = crowd.kinds.length;
  const open = new Map<Hidden, readonly number[]>();
  const columnsIn = ({ cells, table }: Hidden, category: number) =>
    columnsOfCells(width, cells).filter((at) => table.categoryOf[at % width] === category);
  const countsIn = (world: Float64Array, one: Hidden) =>
    categoriesOf(one).map((category) =>
      columnsIn(one, category).reduce((sum, column) => sum + Math.round(world[column]!), 0),
    );
  highs.withModel({ ...data, integrality: new Int32Array(data.numCols).fill(1) }, (model) => {
    model.options.set({ output_flag: false });
    const first = withMost(model, []);
    for (const one of hidden) open.set(one, countsIn(first, one));
    for (const [one, category] of hidden.flatMap((of) => categoriesOf(of).map((category) => [of, category] as const))) {
      if (!open.has(one)) continue;
      const world = withMost(model, columnsIn(one, category));
      for (const [other, counts] of open) if (countsIn(world, other).join() !== counts.join()) open.delete(other);
    }
  });
  return [...open].map(([one, counts]) => ({ hidden: one, counts }));
}

const categoriesOf = ({ table }: Hidden): number[] =>
  [...new Set(table.categoryOf)].filter((category) => category !== null);

const columnsOfCells = (width: number, cells: readonly number[]): number[] =>
  cells.flatMap((cell) => Array.from({ length: width }, (_, kind) => cell * width + kind));

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
  /** How often each counts. */
  times: number[];
  least: number;
  most: number;
}

function modelOf({ cells, kinds }: People, told: readonly Told[]): ModelData {
  const width = kinds.length;
  const peopleIn = (cell: number) => sizeOf(cells[cell]!);
  const whole = cells.map((_, cell): Row => {
    const columns = columnsOfCells(width, [cell]);
    return { columns, times: columns.map(() => 1), least: peopleIn(cell), most: peopleIn(cell) };
  });
  const rows = [
    ...whole,
    ...told.map(({ cells: own, table, times, least, most }): Row => {
      const timesOf = (at: number) => times[table.categoryOf[at % width] ?? Infinity] ?? 0;
      const columns = columnsOfCells(width, own).filter((at) => timesOf(at) !== 0);
      return { columns, times: columns.map(timesOf), least, most };
    }),
  ];
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
      values: rows.flatMap(({ times }) => times),
    },
  };
}

const fits = (sheet: Sheet, known: Sheet): boolean =>
  Object.entries(known).every(([id, answer]) => sheet[id] === answer);

/** What a band tells a reader of the published rules: at most this many chose anything else. */
export function dissentTold(n: number): number {
  if (n > 300) return Math.floor(n / 100);
  if (n >= 100) return Math.floor(n / 50);
  return n >= 40 ? 2 : 1;
}
