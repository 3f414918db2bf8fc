/** One table, summed over subtrees. `counts` is node-major with `width` categories, category 0 is "no answer". */
export interface TableSums {
  readonly width: number;
  readonly counts: Uint32Array;
  readonly n: Uint32Array;
  readonly modal: Uint32Array;
  readonly modalCount: Uint32Array;
}

/** Counts that are sums already, one row of `width` categories each. */
export function describeRows(counts: Uint32Array, width: number): TableSums {
  const nodes = counts.length / width;
  const sums = {
    width,
    counts,
    n: new Uint32Array(nodes),
    modal: new Uint32Array(nodes),
    modalCount: new Uint32Array(nodes),
  };
  for (let node = 0; node < nodes; node++) describeRow(sums, node);
  return sums;
}

function describeRow({ width, counts, n, modal, modalCount }: TableSums, node: number): void {
  let sum = 0;
  let most = 0;
  let category = 0;
  for (let column = 0; column < width; column++) {
    const count = counts[node * width + column]!;
    sum += count;
    if (count <= most) continue;
    most = count;
    category = column;
  }
  n[node] = sum;
  modal[node] = category;
  modalCount[node] = most;
}
