/**
 * How many people are over in each group, too many or too few, in one state of a search at a time. States that were looked
 * at are kept as lists of groups, each with the people over in it.
 */
export class Over {
  /** By group, in the state that is looked at. */
  readonly people: Int32Array;
  private readonly groups: Int32Array;
  private readonly amounts: Int8Array;
  private readonly sizes: Int32Array;
  private readonly most: number;

  /** Up to `most` people are over in each of up to `visits` states. */
  constructor(groups: number, most: number, visits: number) {
    this.people = new Int32Array(groups);
    this.groups = new Int32Array(visits * most);
    this.amounts = new Int8Array(visits * most);
    this.sizes = new Int32Array(visits);
    this.most = most;
  }

  /**
   * Looks at a state, as visit `at`: who was over at an `earlier` visit (-1: nobody), and `sign` people more in each group
   * from `lowest[from]` to before `lowest[to]`.
   */
  enter(at: number, earlier: number, lowest: Int32Array, from: number, to: number, sign: number): void {
    const { people, groups, amounts, most } = this;
    const first = earlier * most;
    const end = earlier < 0 ? first : first + this.sizes[earlier]!;
    for (let each = first; each < end; each++) people[groups[each]!] = amounts[each]!;
    let next = at * most;
    for (let each = from; each < to; each++) {
      const group = lowest[each]!;
      if (group < 0) continue;
      if (people[group] === 0) {
        groups[next] = group;
        amounts[next++] = sign;
      }
      people[group]! += sign;
    }
    for (let each = first; each < end; each++) {
      const group = groups[each]!;
      if (people[group] === 0) continue;
      groups[next] = group;
      amounts[next++] = people[group]!;
    }
    this.sizes[at] = next - at * most;
  }

  leave(at: number): void {
    const end = this.endOf(at);
    for (let each = at * this.most; each < end; each++) this.people[this.groups[each]!] = 0;
  }

  /** The group with people over in which the fewest cells can settle it. */
  hardest(at: number, cellsOf: (group: number, people: number) => number): number {
    let [best, fewest] = [-1, Infinity];
    const end = this.endOf(at);
    for (let each = at * this.most; each < end; each++) {
      const cells = cellsOf(this.groups[each]!, this.amounts[each]!);
      if (cells >= fewest) continue;
      best = this.groups[each]!;
      fewest = cells;
    }
    return best;
  }

  private endOf(at: number): number {
    return at * this.most + this.sizes[at]!;
  }
}
