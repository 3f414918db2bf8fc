import { formatted } from './format.ts';
import type { Styles } from './styles.ts';
import { childOf, childrenOf, numberOf, valueOf, type Element } from './xml.ts';

interface Level {
  start: number;
  format: string;
  text: string;
  /** Written in digits whatever the format of the upper levels (`w:isLgl`). */
  legal: boolean;
  restartsAfter: number | undefined;
}

interface List {
  abstractId: string;
  levels: ReadonlyMap<number, Level>;
  /** Levels that begin anew at the first paragraph of this list. */
  restarts: ReadonlyMap<number, number>;
}

function levelOf(level: Element): Level {
  return {
    start: numberOf(level, 'start') ?? 1,
    format: valueOf(level, 'numFmt') ?? 'decimal',
    text: valueOf(level, 'lvlText') ?? '',
    legal: childOf(level, 'isLgl') !== undefined,
    restartsAfter: numberOf(level, 'lvlRestart'),
  };
}

const levelsOf = (element: Element | undefined): (readonly [number, Level])[] =>
  childrenOf(element, 'lvl').map((level) => [Number(level.attributes['ilvl'] ?? 0), levelOf(level)]);

/** The definition that holds the levels: it may lie with a style of lists (`w:numStyleLink`). */
function definitionOf(abstract: Element | undefined, all: readonly Element[]): Element | undefined {
  const link = valueOf(abstract, 'numStyleLink');
  if (link === undefined) return abstract;
  return all.find((other) => valueOf(other, 'styleLink') === link) ?? abstract;
}

function listOf(num: Element, abstracts: readonly Element[]): List {
  const id = valueOf(num, 'abstractNumId') ?? '';
  const abstract = definitionOf(
    abstracts.find((other) => other.attributes['abstractNumId'] === id),
    abstracts,
  );
  const overrides = childrenOf(num, 'lvlOverride');
  const restarts = overrides.flatMap((override) => {
    const start = numberOf(override, 'startOverride');
    return start === undefined ? [] : [[Number(override.attributes['ilvl'] ?? 0), start] as const];
  });
  return {
    abstractId: abstract?.attributes['abstractNumId'] ?? id,
    levels: new Map([...levelsOf(abstract), ...overrides.flatMap(levelsOf)]),
    restarts: new Map(restarts),
  };
}

const bullet = '-';
const deepest = 8;

/** The numbers Word counts by itself, written out in the order of the paragraphs (ECMA-376, 17.9). */
export class Numbering {
  private readonly lists: ReadonlyMap<string, List>;
  private readonly counters = new Map<string, (number | undefined)[]>();
  private readonly begun = new Set<string>();

  constructor(numbering: Element | undefined) {
    const abstracts = childrenOf(numbering, 'abstractNum');
    const nums = childrenOf(numbering, 'num');
    this.lists = new Map(nums.map((num) => [num.attributes['numId'] ?? '', listOf(num, abstracts)]));
  }

  /** The number of the next paragraph, from its own properties or its style; '' for a paragraph without one. */
  next(properties: Element | undefined, styles: Styles): string {
    const style = styles.of(valueOf(properties, 'pStyle'));
    const own = childOf(properties, 'numPr');
    const numId = valueOf(own, 'numId') ?? style.numId;
    const list = numId === undefined ? undefined : this.lists.get(numId);
    if (list === undefined) return '';
    const at = Math.min(numberOf(own, 'ilvl') ?? style.level ?? 0, deepest);
    const level = list.levels.get(at);
    if (level === undefined) return '';
    const counter = this.count(numId!, list, at);
    if (level.format === 'bullet') return bullet;
    return level.text.replace(/%([1-9])/g, (_, digit: string) => this.shown(list, counter, Number(digit) - 1, level));
  }

  private shown(list: List, counter: readonly (number | undefined)[], at: number, of: Level): string {
    const level = list.levels.get(at);
    const format = of.legal ? 'decimal' : (level?.format ?? 'decimal');
    return formatted(counter[at] ?? level?.start ?? 1, format);
  }

  private count(numId: string, list: List, at: number): (number | undefined)[] {
    const counter = this.counters.get(list.abstractId) ?? [];
    this.counters.set(list.abstractId, counter);
    const first = `${numId} ${at}`;
    const restart = this.begun.has(first) ? undefined : list.restarts.get(at);
    this.begun.add(first);
    const before = counter[at];
    counter[at] = restart ?? (before === undefined ? (list.levels.get(at)?.start ?? 1) : before + 1);
    for (let deeper = at + 1; deeper <= deepest; deeper++) {
      const after = list.levels.get(deeper)?.restartsAfter;
      if (after === undefined || (after !== 0 && at < after)) counter[deeper] = undefined;
    }
    return counter;
  }
}
