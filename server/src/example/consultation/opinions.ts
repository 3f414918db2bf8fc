import type { ClustersView, CommentView } from '@danban/contract';
import type { Desk } from '../visitor.ts';
import type { CommentSeed, Seed } from './seed.ts';

/** Drawn anew there: whoever asks for a cluster does not choose its id. */
const drawnThere = '00000000-0000-4000-8000-000000000000';

const masksOf = ({ text, suggested }: CommentView, { hide }: CommentSeed): CommentView['suggested'] => [
  ...suggested,
  ...hide.map((words) => {
    const start = text.indexOf(words);
    return { start, end: start + words.length, kind: 'other' as const };
  }),
];

/** Reads every opinion and masks what tells of people; the ids of all, by their words. */
async function readAll(desk: Desk, at: string, seeds: ReadonlyMap<string, CommentSeed>): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (;;) {
    const { comment } = (await desk.get(`${at}/next`)) as { comment: CommentView | null };
    if (!comment) return ids;
    ids.set(comment.text, comment.id);
    const masks = masksOf(comment, seeds.get(comment.text)!);
    await desk.put(`${at}/one/${comment.id}/review`, { decision: 'answer', masks });
  }
}

/** Two read every opinion, each for herself; the first then puts together what says the same. Cluster ids by their titles. */
export async function moderate(
  survey: string,
  [first, second]: readonly [Desk, Desk],
  { comments, clusters }: Seed,
): Promise<Map<string, string>> {
  const at = `/surveys/${survey}/comments`;
  const seeds = new Map(comments.map((one) => [one.text, one]));
  const [ids] = await Promise.all([readAll(first, at, seeds), readAll(second, at, seeds)]);
  for (const [revision, { id, title }] of clusters.entries()) {
    const own = comments.filter(({ cluster }) => cluster === id).map(({ text }) => ids.get(text)!);
    const act = { kind: 'create', id: drawnThere, title, comments: own };
    await first.post(`${at}/clusters`, { revision, act });
  }
  const made = (await first.get(`${at}/clusters`)) as ClustersView;
  return new Map(made.clusters.map(({ id, title }) => [title, id]));
}
