import {
  allOrNone,
  amongAsked,
  protectTable,
  type ProtectedCell,
  publishTotals,
  subtreeTotals,
  type UnitTree,
  whereExact,
} from '@danban/disclosure';
import { type Column, type Compiled, isAskedColumn, type Question } from '@danban/survey';
import type { Counts } from './count.ts';

/** What decides what may be shown: the rules of the survey, its tree of units, and direct counts. */
export interface Counted {
  compiled: Compiled;
  tree: readonly { parent: number }[];
  counts: Counts;
}

export interface Patterns {
  tree: UnitTree;
  ordinary: Uint8Array;
  sensitive: Uint8Array;
  respondents: Uint32Array;
}

/** Which totals may be shown, from memberships alone; the sensitive pattern lies within the ordinary one. */
export function patternsOf({ tree, counts, compiled }: Counted): Patterns {
  const units: UnitTree = { parent: Int32Array.from(tree, (unit) => unit.parent) };
  const respondents = subtreeTotals(units, counts.people, 1);
  const { unit, sensitive } = compiled.definition.thresholds;
  const ordinary = publishTotals(units, respondents, unit);
  const guarded = publishTotals(units, respondents, Math.max(unit, sensitive), ordinary);
  return { tree: units, respondents, ordinary, sensitive: guarded };
}

/** The tables of one question: a column and its cells each, and what a question that depends on it needs to know. */
export interface QuestionTables {
  question: Question;
  columns: Column[];
  cells: ProtectedCell[][];
  /** Units that may show it, before its answers are looked at. */
  published: Uint8Array;
  /** People who were asked, attached directly to each unit. */
  asked: Uint32Array;
}

/** Every question's tables in the order of the definition, so that a condition finds what it depends on. */
export function protectedTables(counted: Counted, patterns: Patterns): Map<string, QuestionTables> {
  const done = new Map<string, QuestionTables>();
  for (const question of counted.compiled.definition.questions) {
    done.set(question.id, tablesOf(question, { counted, patterns, done }));
  }
  return done;
}

interface Desk {
  counted: Counted;
  patterns: Patterns;
  done: ReadonlyMap<string, QuestionTables>;
}

function tablesOf(question: Question, desk: Desk): QuestionTables {
  const own = desk.counted.compiled.columns.filter((column) => column.questionId === question.id);
  const columns = own.filter((column) => !isAskedColumn(column));
  const asked = askedDirectly(desk.counted, own.find(isAskedColumn));
  const published = patternOf(question, columns, asked, desk);
  const cells = columns.map((column) => {
    const { counts, people } = {
      counts: desk.counted.counts.columns[column.index]!,
      people: desk.counted.counts.people,
    };
    const among = amongAsked(counts, column.options + 1, people, asked);
    return question.type === 'multi'
      ? protect(desk, question, { published, counts: chosenOrNot(among), options: 1 })
      : protect(desk, question, { published, counts: among, options: column.options });
  });
  return { question, columns, published, asked, cells: question.type === 'rank' ? allOrNone(cells) : cells };
}

/** Everybody, or those whom the column of the condition counts: not asked, asked, for each unit. */
function askedDirectly({ counts }: Counted, column: Column | undefined): Uint32Array {
  return column ? counts.columns[column.index]!.filter((_, at) => at % 2 === 1) : counts.people;
}

/** A multiple choice counts "chosen" against everybody else, silent or not: one table per option (R13). */
function chosenOrNot(counts: Uint32Array): Uint32Array {
  const merged = new Uint32Array((counts.length / 3) * 2);
  for (let unit = 0; unit < counts.length / 3; unit++) {
    merged[unit * 2] = counts[unit * 3]! + counts[unit * 3 + 2]!;
    merged[unit * 2 + 1] = counts[unit * 3 + 1]!;
  }
  return merged;
}

/**
 * People who were asked because of an answer are a group made by that answer, not by where they work: such a question is
 * held to the threshold of breakdowns and sensitive questions, and stands only where what it depends on is shown (R13).
 */
function patternOf({ showIf }: Question, columns: Column[], asked: Uint32Array, desk: Desk): Uint8Array {
  const { ordinary, sensitive } = desk.patterns;
  const pattern = showIf || columns.some((column) => column.sensitive) ? sensitive : ordinary;
  if (!showIf) return pattern;
  const trigger = desk.done.get(showIf.question);
  return trigger ? whereExact(pattern, tablesBehind(trigger, showIf.anyOf, asked, desk)) : pattern.map(() => 0);
}

/** The tables a condition speaks of: all of one choice; of a multiple one the options it names, and "any of them". */
function tablesBehind(
  trigger: QuestionTables,
  anyOf: readonly string[],
  asked: Uint32Array,
  desk: Desk,
): ProtectedCell[][] {
  const { question, columns, cells, published } = trigger;
  if (question.type !== 'multi') return cells;
  const named = cells.filter((_, at) => {
    const part = columns[at]?.part;
    return part !== undefined && 'option' in part && anyOf.includes(part.option);
  });
  const any = new Uint32Array(asked.length * 2);
  asked.forEach((people, unit) => {
    any[unit * 2] = trigger.asked[unit]! - people;
    any[unit * 2 + 1] = people;
  });
  return [...named, protect(desk, question, { published, counts: any, options: 1 })];
}

function protect(
  { counted, patterns }: Desk,
  question: Question,
  table: { published: Uint8Array; counts: Uint32Array; options: number },
): ProtectedCell[] {
  const { definition, columns } = counted.compiled;
  const { unit, sensitive: guarded } = definition.thresholds;
  const sensitive = columns.some((column) => column.questionId === question.id && column.sensitive);
  const isPlain = !sensitive && question.showIf === undefined;
  return protectTable({
    ...table,
    tree: patterns.tree,
    k: isPlain ? unit : Math.max(unit, guarded),
    sensitive,
    // A reader who knows the rules learns a little from a band being there or not: nothing of the kind where it hurts,
    // and none where several tables or conditions tell of the same people.
    bands: isPlain && question.type !== 'multi' && question.type !== 'rank',
  });
}
