import type { Actor } from '@danban/access';
import { changesIn, confirmedBy, lineageOf, type Clause, type Decision } from '@danban/consultation';
import type { LinkDecision } from '@danban/contract';
import { record } from '../audit/record.ts';
import type { House } from '../house.ts';
import { ProblemError } from '../http/problem.ts';
import { dayOf } from '../organisations/index.ts';
import { locked, mayEditIn } from './consultation.ts';
import { followingOf, linksIn, type Following } from './lineage.ts';
import * as links from './links.queries.ts';
import { setRevision, type Trx } from './queries.ts';
import { workingAt } from './working.ts';

/** Undoing leads back so far. */
const mostDecisions = 2_000;

/** The version in work and the one before it, if nobody has changed it since that revision. */
async function followingAt(trx: Trx, survey: string, revision: number): Promise<Following> {
  await locked(trx, survey, mayEditIn);
  await workingAt(trx, survey, revision);
  const following = await followingOf(trx, survey);
  if (!following) throw new ProblemError('not-found');
  return following;
}

const numbersOf = ({ from, working }: Following) => ({ from: from.number, to: working.number });

/** Whether two clauses can be the same one: both say something, or both are headings. */
export function areLike(one: Clause, other: Clause): boolean {
  const isHead = ({ kind, heading }: Clause): boolean =>
    heading !== '' && kind !== 'preamble' && kind !== 'closing' && kind !== 'clause' && kind !== 'point';
  return (one.answerable && other.answerable) || (isHead(one) && isHead(other));
}

function checked({ before, after }: Following, { side, path, with: others }: LinkDecision): Decision {
  const [here, there] = side === 'from' ? [before, after] : [after, before];
  const clause = here.find((one) => one.path === path);
  const found = others.map((other) => there.find((one) => one.path === other));
  const isRight = clause !== undefined && found.every((other) => other !== undefined && areLike(clause, other));
  if (!isRight) throw new ProblemError('draft-links-wrong');
  return { side, path, with: [...new Set(others)] };
}

/** One decision about one clause; what was confirmed before is open again. */
export async function decide(
  house: House,
  by: Actor,
  survey: string,
  revision: number,
  decision: LinkDecision,
): Promise<void> {
  await house.db.transaction().execute(async (trx) => {
    const following = await followingAt(trx, survey, revision);
    const decisions = [...(following.row?.decisions ?? []), checked(following, decision)].slice(-mostDecisions);
    await links.putDecisions(trx, survey, numbersOf(following), decisions);
    await setRevision(trx, survey, following.working.number, revision + 1);
    const step = decision.with.length === 0 ? (decision.side === 'from' ? 'removed' : 'added') : 'same';
    const details = { number: following.working.number, step };
    await record(house, trx, { by, act: 'draft.link', object: survey, details });
  });
}

/** Back by one decision. */
export async function undoDecision(house: House, by: Actor, survey: string, revision: number): Promise<void> {
  await house.db.transaction().execute(async (trx) => {
    const following = await followingAt(trx, survey, revision);
    const decisions = following.row?.decisions ?? [];
    if (decisions.length === 0) throw new ProblemError('nothing-to-undo');
    await links.putDecisions(trx, survey, numbersOf(following), decisions.slice(0, -1));
    await setRevision(trx, survey, following.working.number, revision + 1);
    const details = { number: following.working.number, step: 'undo' };
    await record(house, trx, { by, act: 'draft.link', object: survey, details });
  });
}

/** Somebody has looked through them: opinions will follow these links, and no others. */
export async function confirmLinks(house: House, by: Actor, survey: string, revision: number): Promise<void> {
  await house.db.transaction().execute(async (trx) => {
    const following = await followingAt(trx, survey, revision);
    const { before, after, row } = following;
    const decisions = row?.decisions ?? [];
    const all = lineageOf(before, after, confirmedBy(decisions));
    const confirmation = { decisions, links: all, by: by.id, day: dayOf(house.clock()) };
    await links.putConfirmed(trx, survey, numbersOf(following), confirmation);
    await setRevision(trx, survey, following.working.number, revision + 1);
    const changed = changesIn(all, before, after).filter(({ relation }) => relation !== 'unchanged').length;
    const details = { number: following.working.number, links: all.length, changed };
    await record(house, trx, { by, act: 'draft.links', object: survey, details });
  });
}

/** The links a version is published with; a first version has none. */
export async function confirmedLinks(trx: Trx, survey: string) {
  const following = await followingOf(trx, survey);
  if (following === null) return null;
  if (following.row?.links == null) throw new ProblemError('draft-links-open');
  return { before: following.before, links: linksIn(following) };
}
