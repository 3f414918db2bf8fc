/** Nodes, each a set of cells: those of node n are `held[start[n]]` to `held[start[n + 1] - 1]`, ascending. */
export interface Nodes {
  readonly many: number;
  /** The node of each cell, and where in `held` the cell stands. */
  readonly of: Uint32Array;
  readonly place: Uint32Array;
  readonly start: Uint32Array;
  readonly held: Uint32Array;
}

/** A graph in which each cell joins a node of the left with one of the right. */
export interface Sides {
  readonly left: Nodes;
  readonly right: Nodes;
}

/**
 * Cells by the lowest groups that hold them in some rows (left) and in the other rows (right). What keeps the people of
 * every node keeps every figure: a group is made up of nodes of its side, but for those where it follows from the other.
 *
 * `rows` hold a group or -1 for each cell; `own` are the rows of the left side, groups are numbered below `groups`.
 */
export function sidesOf(rows: readonly Int32Array[], own: readonly number[], groups: number): Sides {
  let left = together(rows[0]!.length);
  for (const row of own) left = divided(left, rows[row]!, groups);
  let right = together(rows[0]!.length);
  rows.forEach((row, at) => {
    if (!own.includes(at)) right = divided(right, withoutFollowing(row, left), groups);
  });
  return { left, right };
}

function together(cells: number): Nodes {
  return nodesOf(new Uint32Array(cells), 1);
}

function nodesOf(of: Uint32Array, many: number): Nodes {
  const start = new Uint32Array(many + 1);
  for (let cell = 0; cell < of.length; cell++) start[of[cell]! + 1]!++;
  for (let node = 0; node < many; node++) start[node + 1]! += start[node]!;
  const next = start.slice();
  const held = new Uint32Array(of.length);
  const place = new Uint32Array(of.length);
  for (let cell = 0; cell < of.length; cell++) {
    const at = next[of[cell]!]!++;
    held[at] = cell;
    place[cell] = at;
  }
  return { many, of, place, start, held };
}

/** Nodes as they are when cells of different groups are told apart as well. */
function divided({ many, start, held }: Nodes, row: Int32Array, groups: number): Nodes {
  const number = new Uint32Array(groups + 1);
  const seenIn = new Int32Array(groups + 1).fill(-1);
  const of = new Uint32Array(held.length);
  let found = 0;
  for (let node = 0; node < many; node++) {
    for (let at = start[node]!; at < start[node + 1]!; at++) {
      const group = row[held[at]!]! + 1;
      if (seenIn[group] !== node) {
        seenIn[group] = node;
        number[group] = found++;
      }
      of[held[at]!] = number[group]!;
    }
  }
  return nodesOf(of, found);
}

/** The row without the groups that follow from the nodes: a node that lies in one group adds nothing to it or takes from it. */
function withoutFollowing(row: Int32Array, { many, start, held }: Nodes): Int32Array {
  const left = row.slice();
  for (let node = 0; node < many; node++) {
    const group = row[held[start[node]!]!];
    let at = start[node]!;
    while (at < start[node + 1]! && row[held[at]!] === group) at++;
    if (at < start[node + 1]!) continue;
    for (at = start[node]!; at < start[node + 1]!; at++) left[held[at]!] = -1;
  }
  return left;
}
