/**
 * How many people are over in each group, too many or too few, in one state of a search at a time. States that were looked
 * at are kept as lists: a group for each person too many, its complement (`~group`) for each person too few.
 */
export class Over {
  /** By group, in the state that is looked at. */
  readonly people: Int32Array;
  private readonly lists: Int32Array;
  private readonly sizes: Int32Array;
  private readonly most: number;

  /** Up to `most` people are over in each of up to `visits` states. */
  constructor(groups: number, most: number, visits: number) {
    this.people = new Int32Array(groups);
    this.lists = new Int32Array(visits * most);
    this.sizes = new Int32Array(visits);
    this.most = most;
  }

  /** Looks at a state, as visit `at`: who was over at an `earlier` visit (-1: nobody), and `sign` people more in each of `groups`. */
  enter(at: number, earlier: number, groups: Int32Array, sign: number): void {
    if (earlier >= 0) this.restore(earlier);
    for (const group of groups) if (group >= 0) this.people[group]! += sign;
    this.sizes[at] = 0;
    for (let each = Math.max(0, earlier) * this.most; each < this.endOf(earlier); each++)
      this.list(at, groupOf(this.lists[each]!));
    for (const group of groups) if (group >= 0) this.list(at, group);
    this.restore(at);
  }

  leave(at: number): void {
    for (let each = at * this.most; each < this.endOf(at); each++) this.people[groupOf(this.lists[each]!)] = 0;
  }

  /** The group with people over that has the fewest members. */
  smallest(at: number, members: readonly ArrayLike<number>[]): number {
    let best = -1;
    for (let each = at * this.most; each < this.endOf(at); each++) {
      const group = groupOf(this.lists[each]!);
      if (best < 0 || members[group]!.length < members[best]!.length) best = group;
    }
    return best;
  }

  private endOf(at: number): number {
    return at < 0 ? 0 : at * this.most + this.sizes[at]!;
  }

  private restore(at: number): void {
    for (let each = at * this.most; each < this.endOf(at); each++) {
      const entry = this.lists[each]!;
      this.people[groupOf(entry)]! += entry < 0 ? -1 : 1;
    }
  }

  /** Moves the people over in a group to the list. */
  private list(at: number, group: number): void {
    const people = this.people[group]!;
    const entry = people < 0 ? ~group : group;
    const from = this.endOf(at);
    this.lists.fill(entry, from, from + Math.abs(people));
    this.sizes[at]! += Math.abs(people);
    this.people[group] = 0;
  }
}

function groupOf(entry: number): number {
  return entry < 0 ? ~entry : entry;
}
