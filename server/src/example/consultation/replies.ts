import { shiftDay } from '@danban/clocks';
import type { CommitmentsDeskView, RepliesView, ReplyView } from '@danban/contract';
import type { Desk } from '../visitor.ts';
import { place } from './drafts.ts';
import type { Organisation } from './organisation.ts';
import { saidBy, type AnswerSeed, type ClusterSeed, type OpinionSeed } from './seed.ts';

interface Answering {
  survey: string;
  union: Desk;
  drafter: { desk: Desk; id: string };
  head: Desk;
  /** Keys of clauses, by version and path. */
  keys: ReadonlyMap<string, string>;
  today: string;
}

/** One answer on its way from a state where it is proposed: perhaps returned, checked by the union, approved by the head. */
async function take(
  { survey, union, drafter, head, keys, today }: Answering,
  item: string,
  { resolution, explanation, clause, commitment }: AnswerSeed,
  { begin, returned }: { begin: object; returned?: ClusterSeed['returned'] },
): Promise<void> {
  const at = `/surveys/${survey}/replies/clusters/${item}`;
  const promised = commitment && {
    ...{ text: commitment.text, owner: commitment.owner },
    due: shiftDay(today, commitment.inDays),
  };
  const proposal = {
    resolution,
    clause: clause && keys.get(place(clause.version, clause.path))!,
    mergedInto: null,
    commitment: promised ?? null,
  };
  const propose = (words: string) =>
    [drafter.desk, { kind: 'propose', proposal: { ...proposal, explanation: words } }] as const;
  const steps = [
    [union, begin] as const,
    ...(returned ? [propose(returned.explanation), [union, { kind: 'return', reason: returned.reason }] as const] : []),
    propose(explanation),
    [union, { kind: 'check' }] as const,
    [head, { kind: 'approve' }] as const,
  ];
  const { step: done } = (await union.get(at)) as ReplyView;
  for (const [step, [desk, act]] of steps.entries()) await desk.post(`${at}/steps`, { step: done + step, act });
}

const publish = ({ union, survey }: Answering): Promise<unknown> =>
  union.post(`/surveys/${survey}/replies/publication`);

/** What the organisation said, each by its id at the answer desk. */
async function pointsAt({ union, survey }: Answering, opinion: OpinionSeed) {
  const at = `/surveys/${survey}/replies`;
  const { clusters } = (await union.get(`${at}?filter=named`)) as RepliesView;
  const found = await Promise.all(clusters.map(({ id }) => union.get(`${at}/clusters/${id}`) as Promise<ReplyView>));
  return saidBy(opinion).map((point) => ({
    point,
    item: found.find((one) => one.point?.opinion === point.opinion)!.id,
  }));
}

/** Every cluster and every point is answered, and the answers go out. */
export async function answerAll(
  answering: Answering,
  { clusters, opinion }: { clusters: readonly ClusterSeed[]; opinion: OpinionSeed },
  ids: ReadonlyMap<string, string>,
): Promise<void> {
  const begin = { kind: 'assign', to: answering.drafter.id };
  for (const seed of clusters) {
    const { returned } = seed;
    await take(answering, ids.get(seed.title)!, seed, { begin, ...(returned ? { returned } : {}) });
  }
  for (const { point, item } of await pointsAt(answering, opinion)) {
    await take(answering, item, point.answers[0]!, { begin });
  }
  await publish(answering);
}

/** What was promised and is done by now, with its evidence. */
export async function keepPromises(
  { survey, drafter }: Answering,
  { clusters }: { clusters: readonly ClusterSeed[] },
): Promise<void> {
  const at = `/surveys/${survey}/commitments`;
  const { commitments } = (await drafter.desk.get(at)) as CommitmentsDeskView;
  for (const { title, commitment } of clusters) {
    if (!commitment?.kept) continue;
    const { seq } = commitments.find((one) => one.title === title)!;
    await drafter.desk.post(`${at}/marks`, { seq, standing: 0, mark: { kind: 'kept', ...commitment.kept } });
  }
}

/** The second round: the organisation says what it holds of each answer, and is answered further where it asked for it. */
export async function secondRound(answering: Answering, front: Organisation, opinion: OpinionSeed): Promise<void> {
  const points = await pointsAt(answering, opinion);
  await front.judge(opinion);
  const further = points.filter(({ point }) => point.answers.length > 1);
  for (const { point, item } of further) {
    const again = point.answers[1]!;
    await take(answering, item, again, { begin: { kind: 'correct', reason: again.because } });
  }
  await publish(answering);
}
