import { cellsOf, type ListeningView, type PackedCell, type ReleaseHead } from '@danban/contract';
import { listeningOf } from '@danban/indicators';
import { HEARD, isHeard, type Definition } from '@danban/survey';

/** What the index is by the cell of everybody in a stored release; nothing where that cell is not shown exactly (R12). */
export function figureIn(
  head: Pick<ReleaseHead, 'questions'>,
  cells: readonly PackedCell[],
  template: Pick<Definition, 'questions'>,
): ListeningView['figure'] {
  const at = head.questions.findIndex(({ id }) => id === HEARD);
  const question = head.questions[at];
  const options = question?.tables[0]?.options.map(({ label, score }) => ({ text: label, score: score ?? null }));
  if (!question || !options || question.showIf || !isHeard({ ...question, options }, template))
    return { kind: 'changed' };
  const cell = cellsOf(head, cells)[at]![0]!;
  if (cell.kind !== 'exact') return { kind: 'protected' };
  const found = listeningOf(cell.counts);
  if (found === null) return { kind: 'nobody' };
  const [silent, no, partly, fully, none] = cell.counts as [number, number, number, number, number];
  const { index, valid, interval } = found;
  return {
    ...{ kind: 'index', index, low: interval?.low ?? null, high: interval?.high ?? null },
    ...{ valid, no, partly, fully, outside: silent + none },
  };
}
