import { searchKey } from '@danban/text';

/** How many letters are to be put in, taken out, changed or swapped with their neighbour; more than `most`: `most + 1`. */
function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let [older, old]: [number[], number[]] = [[], Array.from({ length: b.length + 1 }, (_, i) => i)];
  for (let i = 1; i <= a.length; i++) {
    const row: number[] = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = old[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      const isSwapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row[j] = Math.min(change, old[j]! + 1, row[j - 1]! + 1, isSwapped ? older[j - 2]! + 1 : change);
    }
    if (Math.min(...row) > most) return most + 1;
    [older, old] = [old, row];
  }
  return old[b.length]!;
}

/** Words under which something is known, prepared once for many questions. */
export interface Known {
  /** How many of them. */
  size: number;
  closest(text: string): string | undefined;
}

/**
 * Did you mean? Names and codes by which something can be meant (`word`), and the code that is then right (`code`). The
 * closest one is that of the same search key, or else one a letter in four away, at most three.
 */
export function known(entries: Iterable<{ word: string; code: string }>): Known {
  const keys = new Map<string, string>();
  for (const { word, code } of entries) if (!keys.has(searchKey(word))) keys.set(searchKey(word), code);
  const closest = (text: string): string | undefined => {
    const key = searchKey(text);
    const same = keys.get(key);
    if (same !== undefined || key === '') return same;
    let [best, most] = [undefined as string | undefined, Math.min(3, Math.floor(key.length / 4))];
    for (const [other, code] of keys) {
      const away = distance(key, other, most);
      if (away <= most) [best, most] = [code, away - 1];
      if (most < 0) break;
    }
    return best;
  };
  return { size: keys.size, closest };
}
