import { RANK, type Label } from './label.ts';
import { follows } from './number.ts';

interface Level {
  rank: number;
  family: Label['family'] | 'none';
  /** The last number among what lies within, by family and rank. */
  last: Map<string, number>;
}

const keyOf = (label: Label): string => `${label.family} ${label.rank}`;

/** What is open while a draft is read from top to bottom, and how far each row of numbers has come. */
export class Open {
  private levels: Level[] = [{ rank: -1, family: 'none', last: new Map() }];
  private lastArticle: number | null = null;

  /** The last number in the row this label would carry on; null where it would be the first. */
  before(label: Label): number | null {
    if (label.kind === 'article') return this.lastArticle;
    const above = this.levels.findLast(({ rank }) => rank < label.rank)!;
    return above.last.get(keyOf(label)) ?? null;
  }

  /** Whether its number comes next, or begins a row. */
  expects(label: Label): boolean {
    if (label.value === null) return true;
    const before = this.before(label);
    if (before === null) return label.value <= 1;
    return follows(before, label.value, label.family === 'letter');
  }

  has(rank: number): boolean {
    return this.levels.some((level) => level.rank === rank);
  }

  /** Whether a part is open that says so itself: `Phần II`. */
  get isInPart(): boolean {
    return this.levels.some(({ rank, family }) => rank === RANK.part && family === 'word');
  }

  push(label: Label): void {
    if (label.rank === RANK.appendix) this.lastArticle = null;
    if (label.kind === 'article') this.lastArticle = label.value;
    this.levels = this.levels.filter(({ rank }) => rank < label.rank);
    if (label.value !== null) this.levels.at(-1)!.last.set(keyOf(label), label.value);
    this.levels.push({ rank: label.rank, family: label.family, last: new Map() });
  }
}
