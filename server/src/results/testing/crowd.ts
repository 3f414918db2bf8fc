import fc from 'fast-check';
import { unpackCell } from '@danban/contract';
import type { Definition } from '@danban/survey';
import type { CountedUnit } from '../../surveys/tree.queries.ts';
import { type EarlierGroup, type Made, makeReleaseChecking } from '../make.ts';
import type { Release } from '../release.ts';
import type { RoutedRules } from '../tables.ts';
import type { Crowd } from './reader.ts';
import { packedSheets, type Sheet, times } from './releases.ts';

export interface Shape {
  definition: Definition;
  kinds: readonly Sheet[];
  /** What may be known of people beside where they are: their answers to the criteria. */
  known: readonly Sheet[];
  /** How many releases there are. */
  releases: 1 | 2;
  most: number;
}

/** People of a few places who mostly answer one way, because that is where a release can go wrong. */
export function crowds({ definition, kinds, known, releases, most }: Shape): fc.Arbitrary<Crowd> {
  const kind = fc.nat({ max: 999 });
  const cell = fc.record({
    mostly: kind,
    second: kind,
    third: kind,
    many: fc.nat({ max: most }),
    some: fc.nat({ max: Math.ceil(most / 2) }),
    few: fc.nat({ max: 2 }),
  });
  const each = known.length * releases;
  return fc
    .record({
      ups: fc.array(fc.nat({ max: 99 }), { minLength: 1, maxLength: 3 }),
      list: fc.array(cell, { minLength: each * 3, maxLength: each * 3 }),
    })
    .map(({ ups, list }) => ({
      definition,
      kinds,
      parent: [-1, ...ups.map((up, at) => up % (at + 1))],
      cells: ups.flatMap((_, place) =>
        known.flatMap((one, index) =>
          Array.from({ length: releases }, (__, batch) => {
            const { mostly, second, third, many, some, few } = list[(place * known.length + index) * releases + batch]!;
            const own = kinds.flatMap((sheet, at) => (holds(sheet, one) ? [at] : []));
            const people = kinds.map(() => 0);
            for (const [pick, count] of [
              [mostly, many],
              [second, some],
              [third, few],
            ] as const) {
              people[own[pick % own.length]!]! += count;
            }
            return { place: place + 1, release: batch + 1, known: one, people };
          }),
        ),
      ),
    }));
}

const holds = (sheet: Sheet, known: Sheet) => Object.entries(known).every(([id, answer]) => sheet[id] === answer);

/** The releases of a crowd, one after the other; null where what would be shown does not stand its audit. */
export async function releasesOf(crowd: Crowd, rules: RoutedRules): Promise<Release[]> {
  const last = Math.max(...crowd.cells.map(({ release }) => release));
  const made: Made[] = [];
  for (let number = 1; number <= last; number++) {
    const kind = number === last ? 'final' : 'interim';
    const mark = { number, kind, planned: null, madeOn: '2026-03-02' } as const;
    const about = { body: '', unit: '', closedOn: '2026-03-02', definitionHash: '' };
    const making = {
      definition: crowd.definition,
      tree: treeOf(crowd),
      mark,
      comments: 0,
      unopened: 0,
      onPaper: 0,
      about,
    };
    const sheets = () => packedSheets(crowd.definition, sheetsOf(crowd, number));
    const ledger = made.map(({ entry }) => entry);
    made.push(await makeReleaseChecking(rules, making, { sheets, ledger, earlier: made.flatMap(toldBy) }));
  }
  return made.map(({ release }) => release);
}

function treeOf({ parent }: Crowd): CountedUnit[] {
  return parent.map((up, position) => ({
    position,
    parent: up,
    unitId: `u${position}`,
    name: `Đơn vị ${position}`,
    own: false,
    invited: null,
    answered: 0,
  }));
}

function sheetsOf({ parent, kinds, cells }: Crowd, upTo: number): Sheet[][] {
  return parent.map((_, place) =>
    cells
      .filter((cell) => cell.place === place && cell.release <= upTo)
      .flatMap(({ people }) => people.flatMap((count, kind) => times(count, kinds[kind]!))),
  );
}

function toldBy({ release, entry }: Made, at: number): EarlierGroup[] {
  return entry.shown.map(({ group, sensitive }) => {
    const said = release.groups.find((one) =>
      one.kind === 'unit'
        ? group.by.length === 0 && one.said.position === group.unit
        : one.said.unit === group.unit &&
          JSON.stringify(one.said.by) ===
            JSON.stringify(group.by.map(({ dimension, category }) => ({ criterion: dimension, category }))),
    )!;
    const told = said.cells.map((packed) => {
      const cell = unpackCell(packed);
      if (cell.kind === 'protected') return null;
      return cell.kind === 'exact' ? { counts: cell.counts } : { option: cell.option };
    });
    return { group, sensitive, release: at + 1, told };
  });
}
