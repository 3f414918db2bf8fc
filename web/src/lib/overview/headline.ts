import type { EarlierWave, TableView } from '@danban/contract';
import { intervalOf, merged, movementOf, type Interval, type Movement, type Score } from '@danban/indicators';
import { itemsOf, named, scoreIn, scoringOf, type Named, type ReadPage } from './read.ts';

type Table = Pick<TableView, 'options'>;

export interface ShownWave {
  closedOn: string;
  score: Score | null;
  interval: Interval | null;
  /** Names of the units it was then, where it was not this one. */
  before: string[];
}

export interface Headline {
  question: Named;
  scale: { from: number; to: number };
  /** From the earliest to this one. */
  waves: ShownWave[];
  movement: Movement | null;
}

/** The headline on a scale; `null` where a survey's headline is none. */
export function headlineOf(page: ReadPage, earlier: readonly EarlierWave[]): Headline | null {
  const item = itemsOf(page).find(({ question }) => question.headline);
  const unit = page.units[0];
  if (!item || !unit) return null;
  const { question, table } = item;
  const points = scoringOf(table).filter((score) => score !== null);
  const cell = table.cells[0] ?? { kind: 'protected' as const };
  const now = { closedOn: page.survey.closedOn, table, units: [{ ...unit, cell }] };
  const measured = [...earlier.filter((wave) => isAlike(wave.table, table)), now]
    .toSorted((a, b) => a.closedOn.localeCompare(b.closedOn))
    .map((wave) => ({ wave, score: scoreOfWave(wave), population: populationOf(wave) }));
  const [before, after] = [measured.slice(0, -1).findLast(({ score }) => score), measured.at(-1)];
  return {
    question: named(question),
    scale: { from: Math.min(...points), to: Math.max(...points) },
    waves: measured.map(({ wave, score, population }) => ({
      closedOn: wave.closedOn,
      score,
      interval: score && intervalOf(score, population),
      before: wave === now ? [] : wave.units.map(({ name }) => name).filter((name) => name !== unit.name),
    })),
    movement:
      before?.score && after?.score
        ? movementOf(
            { score: before.score, population: before.population },
            { score: after.score, population: after.population },
          )
        : null,
  };
}

/** Two scales are one where their scores are the same, whatever words they stand under. */
function isAlike(one: Table, other: Table): boolean {
  return scoringOf(one).join() === scoringOf(other).join();
}

/** Of several units only where every one of them is shown: the sum then says nothing that its parts do not. */
function scoreOfWave({ table, units }: EarlierWave): Score | null {
  const exact = units.flatMap(({ cell }) => (cell.kind === 'exact' ? [cell.counts] : []));
  if (exact.length === 0 || exact.length < units.length) return null;
  const counts = merged(exact);
  const n = counts.reduce((sum, count) => sum + count, 0);
  return scoreIn(table, { kind: 'exact', counts, n, mean: null });
}

function populationOf({ units }: EarlierWave): number | undefined {
  let invited = 0;
  for (const { participation } of units) {
    if (participation.kind !== 'exact' || participation.invited === null) return undefined;
    invited += participation.invited;
  }
  return invited;
}
