/** Units in an order where a parent comes before its children; `parent[node]` is -1 for a root. Several roots may stand. */
export interface UnitTree {
  readonly parent: Int32Array;
}

export interface TreeIssue {
  readonly code: 'parent-not-before-child' | 'parent-below-root';
  readonly node: number;
}

/** Issues of a parent list; none means that it is a forest in topological order. */
export function validateTree(parent: Int32Array): TreeIssue[] {
  const issues: TreeIssue[] = [];
  parent.forEach((above, node) => {
    if (above < -1) issues.push({ code: 'parent-below-root', node });
    if (above >= node) issues.push({ code: 'parent-not-before-child', node });
  });
  return issues;
}

/**
 * Counts of whole subtrees from the counts of people attached directly to each node.
 *
 * `direct` and the result are node-major, `width` columns each. Throws when the lengths disagree.
 */
export function subtreeTotals(tree: UnitTree, direct: Uint32Array, width: number): Uint32Array {
  const { parent } = tree;
  if (direct.length !== parent.length * width) throw new RangeError('direct counts do not fit the tree');
  const totals = direct.slice();
  for (let node = parent.length - 1; node >= 0; node--) {
    const above = parent[node]!;
    if (above < 0) continue;
    for (let column = 0; column < width; column++) totals[above * width + column]! += totals[node * width + column]!;
  }
  return totals;
}

/** The nearest ancestor of `node` that is marked, -1 when there is none. */
export function nearestMarkedAbove(tree: UnitTree, marked: Uint8Array, node: number): number {
  let above = tree.parent[node]!;
  while (above >= 0 && marked[above] === 0) above = tree.parent[above]!;
  return above;
}
