import type {
  CellView,
  OpinionMapSaid,
  PackedCell,
  ReleaseHead,
  ReleasedQuestion,
  UnitSaid,
  WrittenQuestion,
} from '@danban/contract';
import { packCell } from '@danban/contract';
import { mean, participation, type ProtectedCell } from '@danban/disclosure';
import { criteriaOf, crossedOf, type Question } from '@danban/survey';
import { thresholdsOf } from '../surveys/releasePlan.ts';
import type { CountedUnit } from '../surveys/tree.queries.ts';
import type { Release, ReleasedGroup } from './release.ts';
import { shapeOf } from './shapes.ts';
import type { Counted, QuestionTables } from './tables.ts';

/** Everything a release is made from: the frozen survey and its counts. Nothing of a single submission. */
export interface Material extends Counted {
  tree: CountedUnit[];
  /** Written opinions; null before the close, when nobody has read any. */
  comments: number | null;
  /** Sealed answers that could not be opened any more. */
  unopened: number;
  /** Sheets of paper that were typed in, as the organizer says. */
  onPaper: number;
  /** Null where there is none. */
  map: OpinionMapSaid | null;
  about: { body: string; unit: string; closedOn: string; definitionHash: string };
}

function cellView(cell: ProtectedCell, scores: (number | null)[]): CellView {
  if (cell.kind === 'protected') return { kind: 'protected' };
  if (cell.kind === 'band') return { kind: 'band', option: cell.option, atLeast: cell.atLeast };
  const average = scores.some((score) => score !== null) ? mean(cell, scores) : null;
  const rounded = average && Math.round(average.mean * 100) / 100;
  return { kind: 'exact', n: cell.n, counts: [...cell.counts], mean: rounded };
}

/** A question with its tables, and for each table what a group shows of it. */
interface Counting {
  question: ReleasedQuestion;
  cells: ((group: number) => PackedCell)[];
}

function countingOf({ question, columns, cells }: QuestionTables, all: readonly Question[]): Counting {
  const shapes = columns.map((column) => shapeOf(question, column));
  return {
    question: {
      id: question.id,
      number: all.indexOf(question) + 1,
      type: question.type,
      text: question.text,
      headline: question.headline ?? false,
      motto: question.motto ?? [],
      ...(question.profile && { profile: question.profile }),
      ...(question.criterion && { criterion: question.criterion }),
      sensitive: columns.some((column) => column.sensitive),
      ...conditionOf(question, all),
      ...alertOf(question),
      tables: shapes.map(({ label, options }) => ({ label, options })),
    },
    cells: shapes.map(
      ({ scores }, at) =>
        (group) =>
          packCell(cellView(cells[at]![group]!, scores)),
    ),
  };
}

/** Only that it was asked: what was written leaves the forms and waits for review. */
function writtenOf(question: Question, number: number, all: readonly Question[]): WrittenQuestion {
  return { id: question.id, number, text: question.text, ...conditionOf(question, all) };
}

/** What a question depends on, with the words of the options, so that a reader needs no definition. */
function conditionOf({ showIf }: Question, all: readonly Question[]): Pick<ReleasedQuestion, 'showIf'> {
  if (!showIf) return {};
  const trigger = all.find(({ id }) => id === showIf.question);
  const known = trigger && 'options' in trigger ? trigger.options : [];
  const options = known.filter(({ id }) => showIf.anyOf.includes(id)).map(({ text }) => text);
  return { showIf: { question: showIf.question, anyOf: [...showIf.anyOf], options } };
}

/** An alert is read from the figures of the release, so it says nothing they do not say. */
function alertOf(question: Question): Pick<ReleasedQuestion, 'alert'> {
  if (!('alert' in question) || !question.alert) return {};
  const { whenOptions, minCount, note } = question.alert;
  const options = question.options.flatMap((option, at) => (whenOptions.includes(option.id) ? [at + 1] : []));
  return { alert: { options, minCount, ...(note ? { note } : {}) } };
}

function planOf({ compiled: { definition } }: Material): ReleaseHead['plan'] {
  const { plan, questions } = definition;
  if (!plan) return null;
  const criteria = criteriaOf(plan, questions);
  return {
    breakdowns: criteria.map(({ id, text, options }) => ({
      question: id,
      number: questions.findIndex((question) => question.id === id) + 1,
      text,
      options: options.map((option) => option.text),
    })),
    crossed: crossedOf(plan, criteria),
  };
}

function headOf(material: Material, questions: ReleasedQuestion[]): ReleaseHead {
  const { definition } = material.compiled;
  const plan = planOf(material);
  return {
    schema: 2,
    survey: { title: definition.title, door: definition.door, countUnit: definition.countUnit, ...material.about },
    thresholds: { ...definition.thresholds, ...(plan ? { breakdown: thresholdsOf(definition).breakdown } : {}) },
    plan,
    questions,
    written: definition.questions.flatMap((question, at) =>
      question.type === 'text' ? [writtenOf(question, at + 1, definition.questions)] : [],
    ),
    comments: { received: commentsShown(material) },
    ...(material.unopened > 0 && { unopened: { answers: unopenedShown(material) } }),
    ...(material.onPaper > 0 && { onPaper: { sheets: onPaperShown(material) } }),
    ...(material.map && { map: material.map }),
  };
}

function unitSaid({ tree, counts, patterns }: Material, position: number, children: number): UnitSaid {
  const { unitId, parent, name, own, invited } = tree[position]!;
  const respondents = counts.people[position]!;
  return {
    position,
    name,
    own,
    id: unitId,
    parent,
    children,
    participation: participation({ respondents, invited, shown: patterns.ordinary[position] === 1 }),
  };
}

/** The frozen tables of a survey. Same material, same bytes: nothing here knows the time or chance. */
export function buildRelease(material: Material, protectedOf: ReadonlyMap<string, QuestionTables>): Release {
  const { questions } = material.compiled.definition;
  const countings = [...protectedOf.values()]
    .filter(({ question }) => question.type !== 'text')
    .map((tables) => countingOf(tables, questions));
  const cells = countings.flatMap((counting) => counting.cells);
  const children = new Uint32Array(material.tree.length);
  for (const { parent } of material.tree) if (parent >= 0) children[parent]!++;
  const { set, counts, patterns } = material;
  const groups = set.groups.map(({ unit, by }, group): ReleasedGroup => {
    const packed = cells.map((cell) => cell(group));
    if (by.length === 0) {
      return { kind: 'unit', said: unitSaid(material, unit, children[unit]!), cells: packed };
    }
    const n = patterns.ordinary[group] === 1 ? counts.people[group]! : null;
    const named = by.map(({ dimension, category }) => ({ criterion: dimension, category }));
    return { kind: 'breakdown', said: { unit, by: named, n }, cells: packed };
  });
  return {
    head: headOf(
      material,
      countings.map(({ question }) => question),
    ),
    groups,
  };
}

/** A number of answers like any other: said from the threshold on, and where the whole is shown. */
function unopenedShown({ compiled, unopened, patterns }: Material): number | null {
  return patterns.ordinary[0] === 1 && unopened >= compiled.definition.thresholds.unit ? unopened : null;
}

/** Neither who answered on paper nor who did otherwise is told where they are too few; nor what cannot be. */
function onPaperShown({ compiled, onPaper, counts, patterns }: Material): number | null {
  const others = counts.people[0]! - onPaper;
  const isTold = [onPaper, others].every((count) => count === 0 || count >= compiled.definition.thresholds.unit);
  return patterns.ordinary[0] === 1 && isTold ? onPaper : null;
}

/** R14: how many wrote is said only where at least as many as the threshold did. */
function commentsShown({ compiled, comments, patterns }: Material): number | null {
  const least = compiled.definition.thresholds.comments;
  return patterns.ordinary[0] === 1 && comments !== null && comments >= least ? comments : null;
}
