/** In how many cells a group can be settled that has too many people, or too few. */
export type ManyAble = (group: number, people: number) => number;

/**
 * How many people are over in each group, too many or too few, in one state of a search at a time. States that were looked
 * at are kept as lists of groups, each with the people over in it and in how many cells that can be settled.
 */
export class Over {
  /** By group, in the state that is looked at. */
  readonly people: Int8Array;
  private readonly groups: Int32Array;
  private readonly amounts: Int8Array;
  private readonly able: Int32Array;
  private readonly sizes: Int32Array;
  private readonly most: number;
  private readonly manyAble: ManyAble;

  /** Up to `most` people are over in each of up to `visits` states. */
  constructor(groups: number, most: number, visits: number, manyAble: ManyAble) {
    this.people = new Int8Array(groups);
    this.groups = new Int32Array(visits * most);
    this.amounts = new Int8Array(visits * most);
    this.able = new Int32Array(visits * most);
    this.sizes = new Int32Array(visits);
    this.most = most;
    this.manyAble = manyAble;
  }

  /**
   * Looks at a state, as visit `at`: who was over at an `earlier` visit (-1: nobody), and `sign` people more in each group
   * from `lowest[from]` to before `lowest[to]`. Returns the group with people over in which the fewest cells can settle it.
   */
  enter(at: number, earlier: number, lowest: Int32Array, from: number, to: number, sign: number): number {
    const { people, groups, amounts, able, most } = this;
    const first = earlier * most;
    const end = earlier < 0 ? first : first + this.sizes[earlier]!;
    for (let each = first; each < end; each++) people[groups[each]!] = amounts[each]!;
    let next = at * most;
    for (let each = from; each < to; each++) {
      const group = lowest[each]!;
      if (group < 0) continue;
      if (people[group] === 0) {
        groups[next] = group;
        amounts[next] = sign;
        able[next++] = this.manyAble(group, sign);
      }
      people[group]! += sign;
    }
    for (let each = first; each < end; each++) {
      const group = groups[each]!;
      if (people[group] === 0) continue;
      groups[next] = group;
      amounts[next] = people[group]!;
      able[next++] = able[each]!;
    }
    this.sizes[at] = next - at * most;
    return this.hardest(at * most, next);
  }

  leave(at: number): void {
    const end = at * this.most + this.sizes[at]!;
    for (let each = at * this.most; each < end; each++) this.people[this.groups[each]!] = 0;
  }

  private hardest(from: number, to: number): number {
    let best = from;
    for (let each = from + 1; each < to; each++) if (this.able[each]! < this.able[best]!) best = each;
    return this.groups[best]!;
  }
}
