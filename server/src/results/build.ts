import type { CellView, ReleaseView, ReleasedQuestion, TableView } from '@danban/contract';
import { mean, participation, protectTable, publishTotals, subtreeTotals, type UnitTree } from '@danban/disclosure';
import type { Column, Compiled, Question } from '@danban/survey';
import type { CountedUnit } from '../surveys/queries.ts';
import { bandLabels } from './bandlabels.ts';
import type { Counts } from './count.ts';

/** Everything a release is made from: the frozen survey and its counts. Nothing of a single submission. */
export interface Material {
  compiled: Compiled;
  tree: CountedUnit[];
  counts: Counts;
  comments: number;
  /** Sealed answers that could not be opened any more. */
  unopened: number;
  about: { body: string; unit: string; closedOn: string; definitionHash: string };
}

interface Patterns {
  tree: UnitTree;
  ordinary: Uint8Array;
  sensitive: Uint8Array;
  respondents: Uint32Array;
}

/** Which totals may be shown, from memberships alone; the sensitive pattern lies within the ordinary one. */
function patternsOf({ tree, counts, compiled }: Material): Patterns {
  const units: UnitTree = { parent: Int32Array.from(tree, (unit) => unit.parent) };
  const respondents = subtreeTotals(units, counts.people, 1);
  const { unit, sensitive } = compiled.definition.thresholds;
  const ordinary = publishTotals(units, respondents, unit);
  const guarded = publishTotals(units, respondents, Math.max(unit, sensitive), ordinary);
  return { tree: units, respondents, ordinary, sensitive: guarded };
}

interface Shape {
  label: TableView['label'];
  options: TableView['options'];
}

function shapeOf(question: Question, column: Column): Shape {
  const row = column.part && 'row' in column.part ? column.part.row : undefined;
  const option = column.part && 'option' in column.part ? column.part.option : undefined;
  switch (question.type) {
    case 'multi': {
      const chosen = question.options.find((one) => one.id === option)!;
      return { label: chosen.text, options: [{ label: chosen.text }] };
    }
    case 'matrix':
      return { label: question.rows.find((one) => one.id === row)!.text, options: scored(question.options) };
    case 'number':
      return { label: null, options: bandLabels(question) };
    case 'text':
      return { label: null, options: [] };
    default:
      return { label: null, options: scored(question.options) };
  }
}

function scored(options: { text: { vi: string; en?: string }; score?: number | null }[]): TableView['options'] {
  return options.map(({ text, score }) => (score === undefined ? { label: text } : { label: text, score }));
}

/** A multiple choice counts "chosen" against everybody else, silent or not: one table per option (R13). */
function histogramOf(question: Question, column: Column, counts: Uint32Array, units: number): Uint32Array {
  if (question.type !== 'multi') return counts;
  const merged = new Uint32Array(units * 2);
  for (let unit = 0; unit < units; unit++) {
    merged[unit * 2] = counts[unit * 3]! + counts[unit * 3 + 2]!;
    merged[unit * 2 + 1] = counts[unit * 3 + 1]!;
  }
  return merged;
}

function tableOf(material: Material, patterns: Patterns, question: Question, column: Column): TableView {
  const { unit, sensitive } = material.compiled.definition.thresholds;
  const shape = shapeOf(question, column);
  const cells = protectTable({
    tree: patterns.tree,
    published: column.sensitive ? patterns.sensitive : patterns.ordinary,
    counts: histogramOf(question, column, material.counts.columns[column.index]!, material.tree.length),
    options: question.type === 'multi' ? 1 : column.options,
    k: column.sensitive ? Math.max(unit, sensitive) : unit,
    sensitive: column.sensitive,
    // A reader who knows the rules learns a little from a band being there or not: nothing of the kind where it hurts.
    bands: question.type !== 'multi' && !column.sensitive,
  });
  const scores = shape.options.map((option) => option.score ?? null);
  return { ...shape, cells: cells.map((cell) => cellView(cell, scores)) };
}

function cellView(cell: ReturnType<typeof protectTable>[number], scores: (number | null)[]): CellView {
  if (cell.kind === 'protected') return { kind: 'protected' };
  if (cell.kind === 'band') return { kind: 'band', option: cell.option, atLeast: cell.atLeast };
  const average = scores.some((score) => score !== null) ? mean(cell, scores) : null;
  const rounded = average && Math.round(average.mean * 100) / 100;
  return { kind: 'exact', n: cell.n, counts: [...cell.counts], mean: rounded };
}

function questionOf(material: Material, patterns: Patterns, question: Question): ReleasedQuestion {
  const columns = material.compiled.columns.filter((column) => column.questionId === question.id);
  return {
    id: question.id,
    type: question.type,
    text: question.text,
    headline: question.headline ?? false,
    motto: question.motto ?? [],
    sensitive: columns.some((column) => column.sensitive),
    tables: columns.map((column) => tableOf(material, patterns, question, column)),
  };
}

function unitsOf({ tree }: Material, { respondents, ordinary }: Patterns): ReleaseView['units'] {
  return tree.map((unit, position) => ({
    id: unit.unitId,
    parent: unit.parent,
    name: unit.name,
    own: unit.own,
    participation: participation({
      respondents: respondents[position]!,
      invited: unit.invited,
      shown: ordinary[position] === 1,
    }),
  }));
}

/** The frozen tables of a survey. Same material, same bytes: nothing here knows the time or chance. */
export function buildRelease(material: Material): ReleaseView {
  const { definition } = material.compiled;
  const patterns = patternsOf(material);
  const questions = definition.questions.filter((question) => question.type !== 'text');
  return {
    schema: 1,
    survey: { title: definition.title, door: definition.door, countUnit: definition.countUnit, ...material.about },
    thresholds: definition.thresholds,
    units: unitsOf(material, patterns),
    questions: questions.map((question) => questionOf(material, patterns, question)),
    comments: { received: commentsShown(material, patterns) },
    ...(material.unopened > 0 && { unopened: { answers: unopenedShown(material, patterns) } }),
  };
}

/** A number of answers like any other: said from the threshold on, and where the whole is shown. */
function unopenedShown({ compiled, unopened }: Material, { ordinary }: Patterns): number | null {
  return ordinary[0] === 1 && unopened >= compiled.definition.thresholds.unit ? unopened : null;
}

/** R14: how many wrote is said only where at least as many as the threshold did. */
function commentsShown({ compiled, comments }: Material, { ordinary }: Patterns): number | null {
  return ordinary[0] === 1 && comments >= compiled.definition.thresholds.comments ? comments : null;
}
