/**
 * How well each point lies in its cluster, from -1 to 1 (Rousseeuw 1987); 0 for one that is alone. `clusters` are lists
 * of points, `apart` says how far two points are apart.
 */
export function silhouettes(
  clusters: readonly (readonly number[])[],
  apart: (a: number, b: number) => number,
): Map<number, number> {
  const found = new Map<number, number>();
  clusters.forEach((own, at) => {
    for (const point of own) {
      const others = clusters.filter((_, other) => other !== at).map((cluster) => meanTo(point, cluster, apart));
      const within = meanTo(
        point,
        own.filter((one) => one !== point),
        apart,
      );
      const without = Math.min(...others);
      found.set(point, own.length === 1 || others.length === 0 ? 0 : share(within, without));
    }
  });
  return found;
}

export function meanSilhouette(
  clusters: readonly (readonly number[])[],
  apart: (a: number, b: number) => number,
): number {
  const all = [...silhouettes(clusters, apart).values()];
  return all.length === 0 ? 0 : all.reduce((sum, value) => sum + value, 0) / all.length;
}

function share(within: number, without: number): number {
  const most = Math.max(within, without);
  return most === 0 ? 0 : (without - within) / most;
}

function meanTo(point: number, cluster: readonly number[], apart: (a: number, b: number) => number): number {
  return cluster.reduce((sum, other) => sum + apart(point, other), 0) / cluster.length;
}
