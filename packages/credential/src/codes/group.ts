/** Values in front of the check value of a group. */
export const DATA = 4;

/** One more than DATA. */
export const GROUP = 5;

/** Times α in GF(32) = GF(2)[α] / (α⁵ + α² + 1): of every two signs of a group one weighs a different power of α. */
const timesAlpha = (value: number): number => ((value << 1) ^ (value & 16 ? 0b100101 : 0)) & 31;

/**
 * Σ αⁱ·dᵢ over the values of a group, the last one weighing 1. Linear over a field, with weights that are neither zero
 * nor equal: one other sign changes it, and so do two signs that have changed places.
 */
function sum(values: readonly number[]): number {
  return values.reduce((total, value) => timesAlpha(total) ^ value, 0);
}

/** The value that follows four others, so that the group tells its mark, a number from 1 to 31. */
export const checkOf = (data: readonly number[], mark: number): number => sum([...data, 0]) ^ mark;

/** The mark of a whole group; for one that was mistyped some other number, 0 to 31. */
export const markOf = (group: readonly number[]): number => sum(group);
