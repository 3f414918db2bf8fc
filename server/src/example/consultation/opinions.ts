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

type Held = Pick<CommentView, 'id' | 'text'> & { masks: CommentView['suggested'] };

const hold = (desk: Desk, at: string, { id, masks }: Held): Promise<unknown> =>
  desk.put(`${at}/one/${id}/review`, { decision: 'answer', masks });

/** Reads every opinion and masks what tells of people. */
async function readAll(desk: Desk, at: string, seeds: ReadonlyMap<string, CommentSeed>): Promise<Held[]> {
  const held: Held[] = [];
  for (;;) {
    const { comment } = (await desk.get(`${at}/next`)) as { comment: CommentView | null };
    if (!comment) return held;
    held.push({ id: comment.id, text: comment.text, masks: masksOf(comment, seeds.get(comment.text)!) });
    await hold(desk, at, held.at(-1)!);
  }
}

/** Two hold the same of every opinion; the first then puts together what is about the same. Cluster ids by their titles. */
export async function moderate(
  survey: string,
  [first, second]: readonly [Desk, Desk],
  { comments, clusters }: Seed,
): Promise<Map<string, string>> {
  const at = `/surveys/${survey}/comments`;
  const seeds = new Map(comments.map((one) => [one.text, one]));
  const held = await readAll(first, at, seeds);
  await Promise.all(held.map((one) => hold(second, at, one)));
  const ids = new Map(held.map(({ id, text }) => [text, id]));
  for (const [revision, { id, title }] of clusters.entries()) {
    const own = comments.filter(({ cluster }) => cluster === id).map(({ text }) => ids.get(text)!);
    const act = { kind: 'create', id: drawnThere, title, comments: own };
    await first.post(`${at}/clusters`, { revision, act });
  }
  const made = (await first.get(`${at}/clusters`)) as ClustersView;
  return new Map(made.clusters.map(({ id, title }) => [title, id]));
}
