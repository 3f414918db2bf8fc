import type { Actor } from '@danban/access';
import { leastForTexts } from '@danban/comments';
import type { CorrectionView, CorrectSurvey, UnitSaid } from '@danban/contract';
import type { Definition } from '@danban/survey';
import { record } from '../audit/record.ts';
import type { House } from '../house.ts';
import { ProblemError } from '../http/problem.ts';
import { schedule } from '../jobs/queries.ts';
import { countsHeads, eligible, invitedBelow, type FrozenUnit } from '../surveys/frozen.ts';
import { locked } from '../surveys/locked.ts';
import type { SurveyRow, Trx } from '../surveys/queries.ts';
import { findTree } from '../surveys/tree.queries.ts';
import { findSaid, isWaiting, saveInvited, saveReason } from './correcting.queries.ts';

// What may be told anew is how many were asked: a number of the house, no answer of anybody. It may be told anew only where
// the release shows how many answered. Elsewhere a share is all that is told, and somebody who could choose what it is a
// share of would find the number of answers out, correction by correction.

/** Places from one up to the whole. */
function upFrom(tree: readonly FrozenUnit[], position: number): number[] {
  const places: number[] = [];
  for (let at = position; at >= 0; at = tree[at]!.parent) places.push(at);
  return places;
}

const isExact = (said: UnitSaid | undefined): boolean => said?.participation.kind === 'exact';

/** Of so few who may answer, opinions are kept more private: nobody leaves that rule by telling a larger number. */
function refuseFew(tree: FrozenUnit[], { answered }: SurveyRow): void {
  if ((eligible(tree) ?? answered) < leastForTexts) throw new ProblemError('correction-few');
}

function refuseUnlessCountable({ state, definition }: SurveyRow): void {
  if (state !== 'released') throw new ProblemError('survey-not-released');
  if (!countsHeads(definition as Definition)) throw new ProblemError('correction-impossible');
}

/** One unit and those right below it, with the numbers as the newest release tells them. */
export async function correctable(house: House, survey: SurveyRow, position: number): Promise<CorrectionView> {
  refuseUnlessCountable(survey);
  const tree = await findTree(house.db, survey.id);
  refuseFew(tree, survey);
  if (!tree[position]) throw new ProblemError('not-found');
  const way = upFrom(tree, position);
  const below = tree.filter(({ parent }) => parent === position).map((unit) => unit.position);
  const said = await findSaid(house.db, survey.id, survey.released, [...way, ...below]);
  const wayShown = way.every((at) => isExact(said.get(at)));
  const place = (at: number) => {
    const { name, own, invited } = tree[at]!;
    const { participation, children } = said.get(at)!;
    const isExactly = participation.kind === 'exact';
    return {
      position: at,
      name,
      own,
      children,
      invited: isExactly ? invited : null,
      respondents: isExactly ? participation.respondents : null,
      mayCorrect: isExactly && wayShown && children === 0,
    };
  };
  const path = way
    .slice(1)
    .toReversed()
    .map((at) => ({ position: at, name: tree[at]!.name, own: tree[at]!.own }));
  return { waiting: await isWaiting(house.db, survey.id), path, unit: place(position), below: below.map(place) };
}

/** Tells anew how many were asked, and asks for a release of its own that says why. Answers are counted as they were. */
export async function correct(house: House, by: Actor, id: string, { reason, invited }: CorrectSurvey): Promise<void> {
  await house.db.transaction().execute(async (trx) => {
    const survey = await locked(trx, id);
    refuseUnlessCountable(survey);
    if (await isWaiting(trx, id)) throw new ProblemError('correction-waiting');
    const tree = await findTree(trx, id);
    refuseFew(tree, survey);
    const changed = invited.filter((one) => tree[one.position]?.invited !== one.invited);
    if (changed.length === 0) throw new ProblemError('correction-nothing');
    await refuseHidden(trx, survey, tree, changed);
    await saveAlongTree(trx, id, tree, changed);
    await saveReason(trx, id, reason);
    await schedule(trx, id, 'correct', house.clock());
    await record(house, trx, { by, act: 'survey.correct', object: id, details: { units: changed.length } });
  });
  house.wake();
}

/** Each place is the last one of its branch, and on the whole way up to the top it is told how many answered. */
async function refuseHidden(
  trx: Trx,
  { id, released }: SurveyRow,
  tree: readonly FrozenUnit[],
  changed: CorrectSurvey['invited'],
): Promise<void> {
  const ways = changed.map(({ position }) => (tree[position] ? upFrom(tree, position) : [position]));
  const said = await findSaid(trx, id, released, [...new Set(ways.flat())]);
  const wrong = ways.flatMap((way, at) => {
    const isFit = said.get(way[0]!)?.children === 0 && way.every((position) => isExact(said.get(position)));
    return isFit ? [] : [{ path: `invited.${at}`, code: 'correction-protected' }];
  });
  if (wrong.length > 0) throw new ProblemError('correction-protected', wrong);
}

async function saveAlongTree(
  trx: Trx,
  id: string,
  tree: FrozenUnit[],
  changed: CorrectSurvey['invited'],
): Promise<void> {
  for (const { position, invited } of changed) tree[position]!.invited = invited;
  const above = new Set(changed.flatMap(({ position }) => upFrom(tree, position).slice(1)));
  // Children first: what stands above is their sum.
  const inner = tree
    .filter(({ position }) => above.has(position))
    .toSorted((a, b) => depthOf(tree, b) - depthOf(tree, a));
  for (const unit of inner) unit.invited = invitedBelow(tree, unit.position);
  for (const position of [...changed.map((one) => one.position), ...above])
    await saveInvited(trx, id, position, tree[position]!.invited);
}

const depthOf = (tree: readonly FrozenUnit[], { position }: FrozenUnit): number => upFrom(tree, position).length;
