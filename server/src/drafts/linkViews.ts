import {
  changesIn,
  confirmedBy,
  countChanges,
  differenceOf,
  likest,
  lineageOf,
  nameOf,
  needsLook,
  saidBy,
  toldBy,
  type Change,
  type Clause,
} from '@danban/consultation';
import type { DraftLinkChoiceView, DraftLinksView, NamedClause } from '@danban/contract';
import { ProblemError } from '../http/problem.ts';
import { linksIn, type Following } from './lineage.ts';
import { areLike } from './linking.ts';

type Linked = DraftLinksView['others'][number];

export const namesOf = (clauses: readonly Clause[], of: readonly Clause[]): NamedClause[] =>
  of.map((clause) => ({ path: clause.path, name: nameOf(clause, clauses) }));

/** A clause that was divided or dropped is corrected where it stood, every other where it stands now. */
function cornerOf({ relation, from, to }: Change): Pick<Linked, 'side' | 'path'> {
  const isOld = relation === 'split' || relation === 'removed';
  return isOld ? { side: 'from', path: from[0]!.path } : { side: 'to', path: to[0]!.path };
}

/** Paths somebody has decided about, on either side. */
function decidedIn({ row }: Following): { from: Set<string>; to: Set<string> } {
  const pairs = confirmedBy(row?.decisions ?? []);
  return {
    from: new Set(pairs.flatMap(({ from }) => from ?? [])),
    to: new Set(pairs.flatMap(({ to }) => to ?? [])),
  };
}

/** What is looked through before opinions follow. */
export function linksViewOf(following: Following, mayEdit: boolean): DraftLinksView {
  const { working, from, before, after, row } = following;
  const links = linksIn(following);
  const changes = changesIn(links, before, after);
  const decided = decidedIn(following);
  const views = changes.map((change) => ({
    change,
    view: {
      ...{ relation: change.relation, ...cornerOf(change) },
      ...{ from: namesOf(before, change.from), to: namesOf(after, change.to) },
      decided:
        change.from.some(({ path }) => decided.from.has(path)) || change.to.some(({ path }) => decided.to.has(path)),
    },
  }));
  const isOpen = ({ change, view }: (typeof views)[number]): boolean => !view.decided && needsLook(change);
  return {
    ...{ from, to: { number: working.number, label: working.label, datedOn: working.dated_on } },
    revision: working.revision,
    counts: countChanges(changesIn(toldBy(links, before, after), before, after)),
    confirmed: row?.by != null && row.on !== null ? { by: row.by, on: row.on } : null,
    mayUndo: (row?.decisions.length ?? 0) > 0,
    mayEdit,
    doubtful: views.filter(isOpen).map(({ change, view }) => ({
      ...view,
      segments: differenceOf(saidBy(change.from), saidBy(change.to)),
    })),
    others: views.filter((each) => !isOpen(each)).map(({ view }) => view),
  };
}

/** How many places still wait for a look, for the page of the draft. */
export function linksStandingOf(following: Following): { doubtful: number; confirmed: boolean } {
  const { doubtful, confirmed } = linksViewOf(following, false);
  return { doubtful: doubtful.length, confirmed: confirmed !== null };
}

const mostLikely = 8;

/** One clause, what it is linked to now, and what it might be. */
export function choiceOf(following: Following, side: 'from' | 'to', path: string): DraftLinkChoiceView {
  const { before, after, row } = following;
  const [here, there] = side === 'from' ? [before, after] : [after, before];
  const clause = here.find((one) => one.path === path);
  if (!clause) throw new ProblemError('not-found');
  const links = row?.links ?? lineageOf(before, after, confirmedBy(row?.decisions ?? []));
  const chosen = links.flatMap((link) => (link[side] === path ? (link[side === 'from' ? 'to' : 'from'] ?? []) : []));
  const like = there.filter((other) => areLike(clause, other));
  const likely = [
    ...new Set([...like.filter(({ path: at }) => chosen.includes(at)), ...likest(clause, like, mostLikely)]),
  ];
  const shown = new Set(likely);
  const rest = like.filter((other) => !shown.has(other));
  return {
    ...{ side, path, name: nameOf(clause, here), text: saidBy([clause]), chosen },
    likely: likely.map((other) => ({ ...namesOf(there, [other])[0]!, text: saidBy([other]) })),
    others: namesOf(there, rest),
  };
}
