import type { PublicDraftView } from '@danban/contract';
import type { Desk, Send } from '../visitor.ts';
import type { ClusterSeed } from './seed.ts';

interface Answering {
  survey: string;
  union: Desk;
  drafter: { desk: Desk; id: string };
  head: Desk;
  /** Keys of clauses, by version and path. */
  keys: ReadonlyMap<string, string>;
}

const place = (version: number, path: string): string => `${version} ${path}`;

/** The key of every clause of both published versions, as anybody can read them. */
export async function keysIn(send: Send, slug: string): Promise<Map<string, string>> {
  const keys = new Map<string, string>();
  for (const number of [1, 2]) {
    const { version } = (await (await send(`/api/c/${slug}?version=${number}`)).json()) as PublicDraftView;
    for (const { path, key } of version.clauses) keys.set(place(number, path), key);
  }
  return keys;
}

/** One cluster on its way: assigned, proposed, perhaps returned, checked by the union, approved by the head. */
async function answer({ survey, union, drafter, head, keys }: Answering, cluster: string, seed: ClusterSeed) {
  const { resolution, explanation, clause, returned } = seed;
  const proposal = { resolution, clause: clause && keys.get(place(clause.version, clause.path))!, mergedInto: null };
  const propose = (words: string) =>
    [drafter.desk, { kind: 'propose', proposal: { ...proposal, explanation: words } }] as const;
  const steps = [
    [union, { kind: 'assign', to: drafter.id }] as const,
    ...(returned ? [propose(returned.explanation), [union, { kind: 'return', reason: returned.reason }] as const] : []),
    propose(explanation),
    [union, { kind: 'check' }] as const,
    [head, { kind: 'approve' }] as const,
  ];
  for (const [step, [desk, act]] of steps.entries()) {
    await desk.post(`/surveys/${survey}/replies/clusters/${cluster}/steps`, { step, act });
  }
}

/** Every cluster is answered, and the answers go out. */
export async function answerAll(
  answering: Answering,
  clusters: readonly ClusterSeed[],
  ids: ReadonlyMap<string, string>,
): Promise<void> {
  for (const seed of clusters) await answer(answering, ids.get(seed.title)!, seed);
  await answering.union.post(`/surveys/${answering.survey}/replies/publication`);
}
