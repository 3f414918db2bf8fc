import { z } from 'zod';

const id = z.uuid();
const title = z.string().trim().min(1).max(160);
const some = z.array(id).max(5_000);

/** Opinions grouped by theme; whatever is in no cluster is still loose. */
export const clusteringSchema = z.strictObject({
  clusters: z.array(z.strictObject({ id, title, comments: z.array(id) })),
});
export type Clustering = z.infer<typeof clusteringSchema>;
export type Cluster = Clustering['clusters'][number];

/** What can be done to a clustering. New clusters come with the id they are to have: chance is an input. */
export const clusterAct = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('create'), id, title, comments: some }),
  z.strictObject({ kind: z.literal('rename'), cluster: id, title }),
  /** `to` null: out of every cluster. */
  z.strictObject({ kind: z.literal('move'), comments: some, to: id.nullable() }),
  z.strictObject({ kind: z.literal('merge'), from: id, into: id }),
  z.strictObject({ kind: z.literal('split'), cluster: id, id, title, comments: some }),
  z.strictObject({ kind: z.literal('dissolve'), cluster: id }),
]);
export type ClusterAct = z.infer<typeof clusterAct>;

const mostClusters = 200;
export const noClusters: Clustering = { clusters: [] };

function without(clustering: Clustering, comments: readonly string[]): Clustering {
  const gone = new Set(comments);
  return {
    clusters: clustering.clusters.map((one) => ({ ...one, comments: one.comments.filter((each) => !gone.has(each)) })),
  };
}

function changed({ clusters }: Clustering, cluster: string, change: (one: Cluster) => Cluster): Clustering {
  return { clusters: clusters.map((one) => (one.id === cluster ? change(one) : one)) };
}

/** Into a cluster, out of whichever they were in. The order within is that of ids: nothing tells when they came. */
function moved(clustering: Clustering, comments: readonly string[], to: string | null): Clustering {
  const loose = without(clustering, comments);
  if (to === null) return loose;
  return changed(loose, to, (one) => ({ ...one, comments: [...new Set([...one.comments, ...comments])].sort() }));
}

function created(clustering: Clustering, { id, title, comments }: Cluster): Clustering {
  return moved({ clusters: [...clustering.clusters, { id, title, comments: [] }] }, comments, id);
}

/**
 * The clustering after an act; `null` where the act names a cluster that is not there (any more), one that is there already, or
 * makes too many. Opinions that `exists` does not know are left out.
 */
export function after(
  clustering: Clustering,
  act: ClusterAct,
  exists: (comment: string) => boolean,
): Clustering | null {
  const has = (cluster: string) => clustering.clusters.some((one) => one.id === cluster);
  const mayMake = (cluster: string) => !has(cluster) && clustering.clusters.length < mostClusters;
  switch (act.kind) {
    case 'create':
      return mayMake(act.id) ? created(clustering, { ...act, comments: act.comments.filter(exists) }) : null;
    case 'rename':
      return has(act.cluster) ? changed(clustering, act.cluster, (one) => ({ ...one, title: act.title })) : null;
    case 'move':
      return act.to === null || has(act.to) ? moved(clustering, act.comments.filter(exists), act.to) : null;
    case 'merge':
      return has(act.from) && has(act.into) && act.from !== act.into ? merged(clustering, act) : null;
    case 'split':
      return has(act.cluster) && mayMake(act.id) ? split(clustering, act) : null;
    case 'dissolve':
      return has(act.cluster) ? { clusters: clustering.clusters.filter(({ id }) => id !== act.cluster) } : null;
  }
}

function merged(clustering: Clustering, { from, into }: { from: string; into: string }): Clustering {
  const source = clustering.clusters.find(({ id }) => id === from)!;
  const { clusters } = moved(clustering, source.comments, into);
  return { clusters: clusters.filter(({ id }) => id !== from) };
}

/** Only what was in the cluster leaves it for the new one. */
function split(clustering: Clustering, act: Extract<ClusterAct, { kind: 'split' }>): Clustering {
  const source = clustering.clusters.find(({ id }) => id === act.cluster)!;
  const leaving = act.comments.filter((comment) => source.comments.includes(comment));
  return created(clustering, { id: act.id, title: act.title, comments: leaving });
}
