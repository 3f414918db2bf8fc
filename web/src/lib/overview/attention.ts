import type { UnitSaid } from '@danban/contract';
import { readAlert } from '@danban/i18n';
import type { Headline } from './headline.ts';
import { indexAt, itemsOf, named, placeOf, type Item, type Named, type Place, type ReadPage } from './read.ts';

/** Units a sentence speaks of: the first by name, and how many others. */
export interface Units {
  named: Place[];
  others: number;
}

/** What to look at first, the most pressing first. Every one is read from released figures alone. */
export type Attention =
  | { kind: 'alert'; question: Named; count: number; units: Units }
  | { kind: 'fell'; question: Named; change: number }
  | { kind: 'few'; percent: number }
  | { kind: 'few-below'; units: Units }
  | { kind: 'weak'; question: Named; label: Item['label']; index: number };

/** Percent of those asked under which figures speak for a minority. */
const leastShare = 30;
/** The middle of a scale: under it more people are on its low side. */
const middle = 50;
const mostWeak = 3;
const mostNamed = 4;

export function attentionOf(page: ReadPage, headline: Headline | null): Attention[] {
  return [...reached(page), ...fallen(headline), ...few(page), ...weak(page)];
}

function reached(page: ReadPage): Attention[] {
  return page.questions.flatMap((question): Attention[] => {
    const [table] = question.tables;
    if (!question.alert || !table) return [];
    const readings = page.units.map((unit, place) => {
      return { unit, reading: readAlert(question.alert!, table.cells[place] ?? { kind: 'protected' }) };
    });
    const there = readings.filter(({ reading }) => reading.kind === 'reached');
    const here = readings[0]?.reading;
    if (there.length === 0) return [];
    const count = here?.kind === 'reached' ? here.count : 0;
    const below = there.slice(count > 0 ? 1 : 0).map(({ unit }) => unit);
    return [{ kind: 'alert', question: named(question), count, units: unitsOf(below) }];
  });
}

function fallen(headline: Headline | null): Attention[] {
  if (headline?.movement?.verdict !== 'down') return [];
  return [{ kind: 'fell', question: headline.question, change: headline.movement.change }];
}

function few({ units: [here, ...below] }: ReadPage): Attention[] {
  const low = below.filter(({ participation }) => isLow(participation));
  return [
    ...(here?.participation.kind === 'exact' && isLow(here.participation)
      ? [{ kind: 'few' as const, percent: here.participation.percent! }]
      : []),
    // Where few answered everywhere, naming the places says nothing more.
    ...(low.length > 0 && low.length <= below.length / 2 ? [{ kind: 'few-below' as const, units: unitsOf(low) }] : []),
  ];
}

function unitsOf(units: readonly UnitSaid[]): Units {
  const first = units.slice(0, mostNamed);
  return { named: first.map(placeOf), others: units.length - first.length };
}

function isLow(part: UnitSaid['participation']): boolean {
  return part.kind === 'below' || (part.kind === 'exact' && part.percent !== null && part.percent < leastShare);
}

function weak(page: ReadPage): Attention[] {
  return itemsOf(page)
    .flatMap((item) => {
      const index = indexAt(item, 0);
      return index !== null && index < middle ? [{ item, index }] : [];
    })
    .toSorted((a, b) => a.index - b.index)
    .slice(0, mostWeak)
    .map(({ item: { question, label }, index }) => ({ kind: 'weak', question: named(question), label, index }));
}
