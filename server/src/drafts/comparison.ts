import {
  changesIn,
  countChanges,
  differenceOf,
  saidBy,
  toldBy,
  treeOf,
  type Change,
  type Clause,
} from '@danban/consultation';
import type { DraftChange, KeyedClause, PublicComparisonView, RelationName } from '@danban/contract';
import type { Db } from '@danban/db/vaults/house';
import { ProblemError } from '../http/problem.ts';
import { bodyOf } from './body.ts';
import { linksThrough, type Compared } from './lineage.ts';
import { namesOf } from './linkViews.ts';
import { findPublished, findStep, findWorking } from './queries.ts';

export interface Wanted {
  from?: number | undefined;
  to?: number | undefined;
  show?: RelationName | 'all' | undefined;
}

/** The published versions, the oldest first, and the one in work for who may see it. */
async function versionsOf(db: Db, survey: string, withWorking: boolean): Promise<Compared[]> {
  const rows = await findPublished(db, survey);
  const published = await Promise.all(
    rows.map(async ({ number, label, dated_on: datedOn }): Promise<Compared> => {
      const clauses = (await bodyOf(db, survey, number))!.clauses;
      return { head: { number, label, datedOn }, clauses, isPublished: true };
    }),
  );
  const working = withWorking ? await findWorking(db, survey) : undefined;
  const all = published.reverse();
  if (!working) return all;
  const { number, label, dated_on: datedOn } = working;
  const { step } = await findStep(db, survey, number);
  return [...all, { head: { number, label, datedOn }, clauses: treeOf(step.pieces).clauses, isPublished: false }];
}

const headingsOf = (clauses: readonly Clause[]): string => clauses.map(({ heading }) => heading).join('\n');
const textsOf = (clauses: readonly Clause[]): string => clauses.map(({ text }) => text).join('\n');

type MaybeKeyed = Clause & Partial<Pick<KeyedClause, 'key'>>;

/** Keys of these clauses and of those around them. */
function keysOf(all: readonly MaybeKeyed[], of: readonly MaybeKeyed[]): string[] {
  const around = (clause: MaybeKeyed | undefined): MaybeKeyed[] =>
    clause ? [clause, ...around(all[clause.parent])] : [];
  return of.flatMap((clause) => around(clause).flatMap(({ key }) => key ?? []));
}

function changeView(change: Change, before: readonly Clause[], after: readonly Clause[]): DraftChange {
  const { relation, from, to } = change;
  const [head] = to.length > 0 ? to : from;
  // Of several the words are told as one text: a title of one may stand in the text of the other.
  const isOne = from.length <= 1 && to.length <= 1;
  return {
    relation,
    ...{ from: namesOf(before, from), to: namesOf(after, to) },
    kind: head!.kind,
    id: to.length > 0 ? head!.path : `cu-${head!.path}`,
    keys: [...new Set([...keysOf(after, to), ...keysOf(before, from)])],
    isHeading: isOne && head!.text === '',
    heading: isOne ? differenceOf(headingsOf(from), headingsOf(to)) : [],
    segments: isOne ? differenceOf(textsOf(from), textsOf(to)) : differenceOf(saidBy(from), saidBy(to)),
  };
}

const isShown =
  (show: Wanted['show']) =>
  (change: Change): boolean =>
    show === 'all' || (show === undefined ? change.relation !== 'unchanged' : change.relation === show);

/** Where it begins and what stands at the end: not counted, shown where it changed. */
function framesOf(before: readonly Clause[], after: readonly Clause[]): Change[] {
  return (['preamble', 'closing'] as const).flatMap((kind) => {
    const of = (clauses: readonly Clause[]) => clauses.filter((clause) => clause.kind === kind);
    const [from, to] = [of(before), of(after)];
    if (saidBy(from) === saidBy(to)) return [];
    const relation = from.length === 0 ? 'added' : to.length === 0 ? 'removed' : 'modified';
    return [{ relation, from, to }];
  });
}

export type Comparison = Omit<PublicComparisonView, 'title' | 'body' | 'asked'> & { isPublished: boolean };

/** Two versions beside each other: the newest and the one before it, or those that are asked for. */
export async function comparisonOf(db: Db, survey: string, wanted: Wanted, withWorking: boolean): Promise<Comparison> {
  const versions = await versionsOf(db, survey, withWorking);
  const at = (number: number | undefined): number => versions.findIndex(({ head }) => head.number === number);
  const until = wanted.to === undefined ? versions.length - 1 : at(wanted.to);
  const since = wanted.from === undefined ? until - 1 : at(wanted.from);
  if (since < 0 || until <= since) throw new ProblemError('not-found');
  const row = versions.slice(since, until + 1);
  const [before, after] = [row[0]!, row.at(-1)!];
  const told = toldBy(await linksThrough(db, survey, row), before.clauses, after.clauses);
  const changes = changesIn(told, before.clauses, after.clauses);
  const counts = countChanges(changes);
  const [preamble, closing] = ['preamble', 'closing'].map((kind) =>
    framesOf(before.clauses, after.clauses).filter(({ from, to }) => [...from, ...to][0]!.kind === kind),
  );
  const isWhole = wanted.show === undefined || wanted.show === 'all';
  const rows = isWhole ? [...preamble!, ...changes, ...closing!] : changes;
  const shown = rows.filter(isShown(wanted.show));
  return {
    ...{ from: before.head, to: after.head, isPublished: after.isPublished },
    counts,
    changes: shown.map((change) => changeView(change, before.clauses, after.clauses)),
    all: Object.values(counts).reduce((sum, times) => sum + times, 0),
    versions: versions.map(({ head }) => head),
  };
}
