/** A search that spreads from one node over a graph, breadth first. Begun anew it forgets, without clearing anything. */
export class Wave {
  readonly isForward: boolean;
  /** By which cell each node was reached, or in which row. */
  readonly via: Uint32Array;
  /** How many cells were looked at. */
  looked = 0;
  private readonly reachedIn: Uint32Array;
  private readonly queue: Uint32Array;
  private round = 0;
  private head = 0;
  private tail = 0;

  constructor(isForward: boolean, nodes: number) {
    this.isForward = isForward;
    this.via = new Uint32Array(nodes);
    this.reachedIn = new Uint32Array(nodes);
    this.queue = new Uint32Array(nodes);
  }

  begin(node: number, via: number): void {
    this.round++;
    this.head = this.tail = this.looked = 0;
    this.reach(node, via);
  }

  reach(node: number, via: number): void {
    this.reachedIn[node] = this.round;
    this.via[node] = via;
    this.queue[this.tail++] = node;
  }

  hasReached(node: number): boolean {
    return this.reachedIn[node] === this.round;
  }

  /** The next node to spread from, -1 if there is none. */
  next(): number {
    return this.head === this.tail ? -1 : this.queue[this.head++]!;
  }
}
