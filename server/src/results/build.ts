import type { CellView, ReleaseView, ReleasedQuestion, WrittenQuestion } from '@danban/contract';
import { mean, participation, type ProtectedCell } from '@danban/disclosure';
import type { Question } from '@danban/survey';
import type { CountedUnit } from '../surveys/tree.queries.ts';
import { shapeOf } from './shapes.ts';
import { type Counted, type Patterns, patternsOf, protectedTables, type QuestionTables } from './tables.ts';

/** Everything a release is made from: the frozen survey and its counts. Nothing of a single submission. */
export interface Material extends Counted {
  tree: CountedUnit[];
  comments: number;
  /** Sealed answers that could not be opened any more. */
  unopened: number;
  about: { body: string; unit: string; closedOn: string; definitionHash: string };
}

function cellView(cell: ProtectedCell, scores: (number | null)[]): CellView {
  if (cell.kind === 'protected') return { kind: 'protected' };
  if (cell.kind === 'band') return { kind: 'band', option: cell.option, atLeast: cell.atLeast };
  const average = scores.some((score) => score !== null) ? mean(cell, scores) : null;
  const rounded = average && Math.round(average.mean * 100) / 100;
  return { kind: 'exact', n: cell.n, counts: [...cell.counts], mean: rounded };
}

function questionOf({ question, columns, cells }: QuestionTables, all: readonly Question[]): ReleasedQuestion {
  return {
    id: question.id,
    number: all.indexOf(question) + 1,
    type: question.type,
    text: question.text,
    headline: question.headline ?? false,
    motto: question.motto ?? [],
    sensitive: columns.some((column) => column.sensitive),
    ...conditionOf(question, all),
    ...alertOf(question),
    tables: columns.map((column, at) => {
      const { label, options, scores } = shapeOf(question, column);
      return { label, options, cells: cells[at]!.map((cell) => cellView(cell, scores)) };
    }),
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
  const questions = [...protectedTables(material, patterns).values()];
  return {
    schema: 1,
    survey: { title: definition.title, door: definition.door, countUnit: definition.countUnit, ...material.about },
    thresholds: definition.thresholds,
    units: unitsOf(material, patterns),
    questions: questions
      .filter(({ question }) => question.type !== 'text')
      .map((tables) => questionOf(tables, definition.questions)),
    written: definition.questions.flatMap((question, at) =>
      question.type === 'text' ? [writtenOf(question, at + 1, definition.questions)] : [],
    ),
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
