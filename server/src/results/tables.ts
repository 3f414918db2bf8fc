import {
  allOrNone,
  amongAsked,
  type GroupSet,
  type Patterns,
  POLICY,
  type ProtectedCell,
  protectQuestion,
  type ShownBefore,
  whereExact,
} from '@danban/disclosure';
import { type Column, type Compiled, type Definition, isAskedColumn, type Question } from '@danban/survey';
import type { Counts } from './count.ts';

/** What decides what may be shown: the rules of the survey, its groups of people, and their counts. */
export interface Counted {
  compiled: Compiled;
  set: GroupSet;
  counts: Counts;
  /** Which groups may show anything, from memberships alone; the sensitive pattern lies within the ordinary one. */
  patterns: Patterns;
  /** What earlier releases showed exactly, for each column that is a table. */
  earlier: ReadonlyMap<number, readonly ShownBefore[]>;
}

/** As they hold for groups (disclosure R2): a breakdown never rests on fewer than ten. */
export function thresholdsOf({ thresholds: { unit, sensitive } }: Pick<Definition, 'thresholds'>) {
  return {
    unit,
    breakdown: Math.max(unit, POLICY.thresholds.breakdown),
    sensitive: Math.max(unit, sensitive),
  };
}

/** The tables of one question: a column and its cells each, and what a question that depends on it needs to know. */
export interface QuestionTables {
  question: Question;
  columns: Column[];
  cells: ProtectedCell[][];
  /** Groups that may show it, before its answers are looked at. */
  published: Uint8Array;
  /** People of each group who were asked. */
  asked: Uint32Array;
}

/** Every question's tables in the order of the definition, so that a condition finds what it depends on. */
export function protectedTables(counted: Counted): Map<string, QuestionTables> {
  const done = new Map<string, QuestionTables>();
  for (const question of counted.compiled.definition.questions) {
    done.set(question.id, tablesOf(question, { counted, done }));
  }
  return done;
}

/**
 * Who is in a breakdown is an answer, too: it stands only where the table of its criterion is exact for the whole unit, as
 * a routed question stands only where its trigger is (R13). Leaving groups out of a safe pattern keeps it safe.
 */
export function whereCriteriaShow(counted: Counted, criteria: readonly Question[]): Patterns {
  const shown = criteria.map((question) => tablesOf(question, { counted, done: new Map() }).cells[0]!);
  const isOpen = ({ unit, by }: GroupSet['groups'][number]): boolean =>
    by.every(({ dimension }) => shown[dimension]![unit]!.kind === 'exact');
  return onlyWhere(counted.patterns, (group) => isOpen(counted.set.groups[group]!));
}

export function onlyWhere({ ordinary, sensitive }: Patterns, isKept: (group: number) => boolean): Patterns {
  const keep = (pattern: Uint8Array) => pattern.map((shown, group) => (shown === 1 && isKept(group) ? 1 : 0));
  return { ordinary: keep(ordinary), sensitive: keep(sensitive) };
}

interface Desk {
  counted: Counted;
  done: ReadonlyMap<string, QuestionTables>;
}

function tablesOf(question: Question, desk: Desk): QuestionTables {
  const own = desk.counted.compiled.columns.filter((column) => column.questionId === question.id);
  const columns = own.filter((column) => !isAskedColumn(column));
  const asked = askedIn(desk.counted, own.find(isAskedColumn));
  const published = patternOf(question, columns, asked, desk);
  const cells = columns.map((column) => {
    const { columns: counts, people } = desk.counted.counts;
    const among = amongAsked(counts[column.index]!, column.options + 1, people, asked);
    const earlier = desk.counted.earlier.get(column.index) ?? [];
    return question.type === 'multi'
      ? protect(desk, question, { published, earlier, counts: chosenOrNot(among), options: 1 })
      : protect(desk, question, { published, earlier, counts: among, options: column.options });
  });
  return { question, columns, published, asked, cells: question.type === 'rank' ? allOrNone(cells) : cells };
}

/** Everybody, or those whom the column of the condition counts: not asked, asked, for each group. */
function askedIn({ counts }: Counted, column: Column | undefined): Uint32Array {
  return column ? counts.columns[column.index]!.filter((_, at) => at % 2 === 1) : counts.people;
}

/** A multiple choice counts "chosen" against everybody else, silent or not: one table per option (R13). */
function chosenOrNot(counts: Uint32Array): Uint32Array {
  const merged = new Uint32Array((counts.length / 3) * 2);
  for (let group = 0; group < counts.length / 3; group++) {
    merged[group * 2] = counts[group * 3]! + counts[group * 3 + 2]!;
    merged[group * 2 + 1] = counts[group * 3 + 1]!;
  }
  return merged;
}

/**
 * People who were asked because of an answer are a group made by that answer, not by where they work: such a question is
 * held to the threshold of breakdowns and sensitive questions, and stands only where what it depends on is shown (R13).
 */
function patternOf({ showIf }: Question, columns: Column[], asked: Uint32Array, desk: Desk): Uint8Array {
  const { ordinary, sensitive } = desk.counted.patterns;
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
  asked.forEach((people, group) => {
    any[group * 2] = trigger.asked[group]! - people;
    any[group * 2 + 1] = people;
  });
  return [...named, protect(desk, question, { published, earlier: [], counts: any, options: 1 })];
}

function protect(
  { counted: { compiled, set, patterns } }: Desk,
  question: Question,
  table: { published: Uint8Array; earlier: readonly ShownBefore[]; counts: Uint32Array; options: number },
): ProtectedCell[] {
  const { definition, columns } = compiled;
  const { unit, sensitive: guarded } = definition.thresholds;
  const sensitive = columns.some((column) => column.questionId === question.id && column.sensitive);
  const isPlain = !sensitive && question.showIf === undefined;
  return protectQuestion(set, patterns, {
    ...table,
    k: isPlain ? unit : Math.max(unit, guarded),
    sensitive,
    // A reader who knows the rules learns a little from a band being there or not: nothing of the kind where it hurts,
    // and none where several tables or conditions tell of the same people.
    bands: isPlain && question.type !== 'multi' && question.type !== 'rank',
  });
}
