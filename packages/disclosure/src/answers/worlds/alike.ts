/** For each cell the number of its kind: cells of one kind lie in the same lowest shown groups of every breakdown. */
export function kindsOf(lowest: Int32Array, cells: number, groups: number): Uint32Array {
  const kind = new Uint32Array(cells);
  for (let from = 0; from < lowest.length; from += cells) {
    const numbers = new Map<number, number>();
    for (let cell = 0; cell < cells; cell++) {
      const key = kind[cell]! * (groups + 1) + lowest[from + cell]! + 1;
      let number = numbers.get(key);
      if (number === undefined) numbers.set(key, (number = numbers.size));
      kind[cell] = number;
    }
  }
  return kind;
}
