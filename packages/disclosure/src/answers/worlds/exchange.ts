/** Numbers nearer than this are the same. */
const EXACT = 1e-9;
/** After so many steps without gain the first variable that helps is taken, which cannot go round in circles (Bland). */
const PATIENCE = 12;
/** People are moved so many at a time at most; what needs more is not moved. */
const MOST_AT_ONCE = 6;

/**
 * What can be moved at once without any sum changing: whole numbers between `low` and `high`, one per column, such that
 * the columns of every row add up to nothing. Begins with nothing moved.
 *
 * The simplex method with bounded variables (Dantzig 1955) on a dense table, made for blocks of some dozen columns. A
 * corner may lie at fractions, and half a person is none: so each step goes as far as whole numbers do. Where corners
 * are whole, as they are for two breakdowns without a tree, it goes as far as can be; elsewhere it may stop before.
 */
export class Exchange {
  readonly moved: Float64Array;
  private readonly low: ArrayLike<number>;
  private readonly high: ArrayLike<number>;
  private readonly columns: number;
  /** What each variable of the basis is made of, row by row. */
  private readonly table: Float64Array;
  private readonly basis: number[] = [];
  private readonly isBasic: Uint8Array;
  /** 1 for columns that cannot move by whole numbers while the basis stays. */
  private readonly isStuck: Uint8Array;

  /** `rows[r]` lists the columns that add up to nothing. */
  constructor(rows: readonly (readonly number[])[], low: ArrayLike<number>, high: ArrayLike<number>) {
    this.columns = low.length;
    this.low = low;
    this.high = high;
    this.moved = new Float64Array(this.columns);
    this.isBasic = new Uint8Array(this.columns);
    this.isStuck = new Uint8Array(this.columns);
    this.table = new Float64Array(rows.length * this.columns);
    rows.forEach((row, at) => {
      for (const column of row) this.table[at * this.columns + column] = 1;
    });
    for (let row = 0; row < rows.length; row++) this.found(row);
  }

  /** Raises the sum of `gain` times what is moved as far as it goes, or for `steps` steps. */
  raise(gain: Float64Array, steps: number): void {
    const left = this.gainLeft(gain);
    let idle = 0;
    for (let step = 0; step < steps; step++) {
      const column = this.entering(left, idle > PATIENCE);
      if (column < 0) return;
      idle = this.move(column, Math.sign(left[column]!), left) > EXACT ? 0 : idle + 1;
    }
  }

  /** Gives a row a variable of its own; a row that says nothing new is left empty. */
  private found(row: number): void {
    const { table, columns } = this;
    let best = -1;
    for (let column = 0; column < columns; column++) {
      if (best < 0 || Math.abs(table[row * columns + column]!) > Math.abs(table[row * columns + best]!)) best = column;
    }
    if (best < 0 || Math.abs(table[row * columns + best]!) < EXACT) {
      table.fill(0, row * columns, (row + 1) * columns);
      this.basis.push(-1);
      return;
    }
    this.basis.push(best);
    this.isBasic[best] = 1;
    this.eliminate(row, best);
  }

  /** What each free column would gain, with all that moves along. */
  private gainLeft(gain: Float64Array): Float64Array {
    const { table, columns, basis } = this;
    const left = gain.slice();
    basis.forEach((basic, row) => {
      if (basic < 0 || gain[basic] === 0) return;
      for (let column = 0; column < columns; column++) {
        left[column]! -= gain[basic]! * table[row * columns + column]!;
      }
    });
    return left;
  }

  private entering(left: Float64Array, first: boolean): number {
    let best = -1;
    for (let column = 0; column < this.columns; column++) {
      if (this.isBasic[column] === 1 || !this.canMove(column, left[column]!)) continue;
      if (first) return column;
      if (best < 0 || Math.abs(left[column]!) > Math.abs(left[best]!)) best = column;
    }
    return best;
  }

  private canMove(column: number, gain: number): boolean {
    if (this.isStuck[column] === 1) return false;
    if (gain > EXACT) return this.moved[column]! < this.high[column]! - EXACT;
    return gain < -EXACT && this.moved[column]! > this.low[column]! + EXACT;
  }

  /** Moves a column as far as it goes; returns how far. */
  private move(column: number, way: number, left: Float64Array): number {
    const { table, columns, basis, moved, low, high } = this;
    let far = way > 0 ? high[column]! - moved[column]! : moved[column]! - low[column]!;
    let leaving = -1;
    for (let row = 0; row < basis.length; row++) {
      const along = -way * table[row * columns + column]!;
      const basic = basis[row]!;
      if (Math.abs(along) < EXACT) continue;
      const room = along > 0 ? (high[basic]! - moved[basic]!) / along : (moved[basic]! - low[basic]!) / -along;
      const isTie = Math.abs(room - far) <= EXACT;
      if (room < far - EXACT || (isTie && leaving >= 0 && basic < basis[leaving]!)) {
        far = Math.min(far, Math.max(room, 0));
        leaving = row;
      }
    }
    far = this.whole(column, far);
    moved[column]! += way * far;
    for (let row = 0; far > 0 && row < basis.length; row++) {
      const basic = basis[row]!;
      if (basic >= 0) moved[basic] = Math.round(moved[basic]! - way * far * table[row * columns + column]!);
    }
    if (leaving >= 0) this.turn(leaving, column, left);
    else if (far === 0) this.isStuck[column] = 1;
    return far;
  }

  /** The part of `far` by which a column can move so that all that move along do by whole numbers. */
  private whole(column: number, far: number): number {
    for (let least = 1; least <= Math.min(MOST_AT_ONCE, far + EXACT); least++) {
      if (this.isWhole(column, least)) return Math.floor((far + EXACT) / least) * least;
    }
    return 0;
  }

  private isWhole(column: number, far: number): boolean {
    for (let at = column; at < this.table.length; at += this.columns) {
      const along = far * this.table[at]!;
      if (Math.abs(along - Math.round(along)) > EXACT) return false;
    }
    return true;
  }

  /** The column takes the place of the row's variable in the basis. */
  private turn(row: number, column: number, left: Float64Array): void {
    this.isBasic[this.basis[row]!] = 0;
    this.isBasic[column] = 1;
    this.isStuck.fill(0);
    this.basis[row] = column;
    const factor = left[column]!;
    for (const at of this.eliminate(row, column)) left[at]! -= factor * this.table[row * this.columns + at]!;
    left[column] = 0;
  }

  /** Makes the row the only one that holds the column, with a factor of one; returns which columns it holds. */
  private eliminate(row: number, column: number): readonly number[] {
    const { table, columns } = this;
    const start = row * columns;
    const scale = 1 / table[start + column]!;
    const held: number[] = [];
    for (let at = 0; at < columns; at++) {
      if (Math.abs(table[start + at]!) < EXACT) table[start + at] = 0;
      else held.push(at);
    }
    if (scale !== 1) for (const at of held) table[start + at]! *= scale;
    for (let other = 0; other < table.length; other += columns) {
      const factor = table[other + column]!;
      if (other === start || factor === 0) continue;
      for (const at of held) table[other + at]! -= factor * table[start + at]!;
      table[other + column] = 0;
    }
    return held;
  }
}
