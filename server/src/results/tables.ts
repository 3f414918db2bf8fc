import {
  allOrNone,
  amongAsked,
  type GroupSet,
  type Patterns,
  type ProtectedCell,
  protectQuestion,
  type ProvenTable,
  type QuestionTable,
  type ShownBefore,
  whereExact,
} from '@danban/disclosure';
import { type Column, type Compiled, isAskedColumn, type Question } from '@danban/survey';
import type { Counts, Histogram } from './count.ts';

/** What holds of conditions in every release; the tests leave one out to see that an attacker notices. */
export interface RoutedRules {
  /** A routed question stands only where what it depends on is shown. */
  triggerShown: boolean;
  /** Asked after any of several options: not beside breakdowns and earlier releases, where options and union settle each other. */
  unionAlone: boolean;
  /** Before the close nothing is said of routed questions: at it, who came late would stand out among few who were asked. */
  notBeforeClose: boolean;
}
export const EVERY_RULE: RoutedRules = { triggerShown: true, unionAlone: true, notBeforeClose: true };

/** What decides what may be shown: the rules of the survey, its groups of people, and their counts. */
export interface Counted {
  compiled: Compiled;
  set: GroupSet;
  counts: Counts;
  /** The same of every inner cell, as far as anybody knows: people counted in earlier releases answered any of it. */
  inside: Counts<Histogram>;
  /** Which groups may show anything, from memberships alone; the sensitive pattern lies within the ordinary one. */
  patterns: Patterns;
  /** What earlier releases showed exactly, for each column that is a table. */
  earlier: ReadonlyMap<number, readonly ShownBefore[]>;
  rules: RoutedRules;
  /** Whether people go on answering after this release. */
  isEarly: boolean;
}

/** The tables of one question: a column and its cells each, and what a question that depends on it needs to know. */
export interface QuestionTables {
  question: Question;
  columns: Column[];
  /** What was asked of whom, table by table, as it was protected. */
  tables: QuestionTable[];
  cells: ProtectedCell[][];
  /** For each table why no answer is certain. */
  proofs: Omit<ProvenTable, 'cells'>[];
  /** Groups that may show it, before its answers are looked at. */
  published: Uint8Array;
  /** People who were asked: of each group, and of each inner cell. */
  asked: Asked;
}

interface Asked {
  groups: Uint32Array;
  inside: Histogram;
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
  const { counts, inside, compiled, earlier } = desk.counted;
  const own = compiled.columns.filter((column) => column.questionId === question.id);
  const columns = own.filter((column) => !isAskedColumn(column));
  const condition = own.find(isAskedColumn);
  const asked = { groups: askedIn(counts, condition), inside: askedIn(inside, condition) };
  const published = patternOf(question, columns, asked, desk);
  const tables = columns.map((column) =>
    tableOf(desk, question, {
      published,
      earlier: earlier.get(column.index) ?? [],
      options: question.type === 'multi' ? 1 : column.options,
      counts: answersIn(question, column, counts, asked.groups),
      truth: answersIn(question, column, inside, asked.inside),
    }),
  );
  const proven = tables.map((table) => protectQuestion(desk.counted.set, desk.counted.patterns, table));
  const cells = proven.map((table) => table.cells);
  return {
    question,
    columns,
    tables,
    published,
    asked,
    // What is hidden beside leaves more worlds, so these still fit.
    proofs: proven,
    cells: question.type === 'rank' ? allOrNone(cells) : cells,
  };
}

/** Everybody, or those whom the column of the condition counts: not asked, asked. */
function askedIn<H extends Histogram>({ people, columns }: Counts<H>, column: Column | undefined): H | Uint32Array {
  return column ? (columns[column.index]!.filter((_, at) => at % 2 === 1) as H) : people;
}

/** Answers among those who were asked; of a multiple choice, "chosen" against everybody else (R13). */
function answersIn<H extends Histogram>(
  question: Question,
  column: Column,
  { columns, people }: Counts<H>,
  asked: Histogram,
): H {
  const among = amongAsked(columns[column.index]!, column.options + 1, people, asked);
  return question.type === 'multi' ? chosenOrNot(among) : among;
}

/** One table per option: everybody else, silent or not, stands in one category. */
function chosenOrNot<H extends Histogram>(counts: H): H {
  const merged = counts.slice(0, (counts.length / 3) * 2) as H;
  for (let at = 0; at < counts.length / 3; at++) {
    merged[at * 2] = counts[at * 3]! + counts[at * 3 + 2]!;
    merged[at * 2 + 1] = counts[at * 3 + 1]!;
  }
  return merged;
}

/**
 * People who were asked because of an answer are a group made by that answer, not by where they work: such a question is
 * held to the threshold of breakdowns and sensitive questions, and stands only where what it depends on is shown (R13).
 */
function patternOf({ showIf }: Question, columns: Column[], asked: Asked, desk: Desk): Uint8Array {
  const { rules, isEarly } = desk.counted;
  const { ordinary, sensitive } = desk.counted.patterns;
  const pattern = showIf || columns.some((column) => column.sensitive) ? sensitive : ordinary;
  if (!showIf) return pattern;
  const trigger = desk.done.get(showIf.question);
  if (!trigger || (isEarly && rules.notBeforeClose)) return pattern.map(() => 0);
  if (!rules.triggerShown) return pattern;
  const isUnion = trigger.question.type === 'multi' && showIf.anyOf.length > 1;
  if (isUnion && rules.unionAlone && !isAlone(desk.counted)) return pattern.map(() => 0);
  return whereExact(pattern, tablesBehind(trigger, showIf.anyOf, asked, desk));
}

/** Whether there will be nothing but one release of unit totals. */
function isAlone({ set, compiled }: Counted): boolean {
  return set.breakdowns.length === 1 && (compiled.definition.plan?.interim ?? []).length === 0;
}

/** The tables a condition speaks of: all of one choice; of a multiple one the options it names, and "any of them". */
function tablesBehind(trigger: QuestionTables, anyOf: readonly string[], asked: Asked, desk: Desk): ProtectedCell[][] {
  const { question, columns, cells, published } = trigger;
  if (question.type !== 'multi') return cells;
  const isNamed = ({ part }: Column) => part !== undefined && 'option' in part && anyOf.includes(part.option);
  const named = cells.filter((_, at) => isNamed(columns[at]!));
  const { groups, inside } = trigger.asked;
  const any = tableOf(desk, question, {
    published,
    earlier: [],
    options: 1,
    counts: someOrNone(asked.groups, groups),
    truth: someOrNone(asked.inside, inside),
  });
  return [...named, protectQuestion(desk.counted.set, desk.counted.patterns, any).cells];
}

/** Of those who were asked before, who was not asked on, and who was. */
function someOrNone(asked: Histogram, before: Histogram): Uint32Array {
  const counts = new Uint32Array(asked.length * 2);
  asked.forEach((people, at) => counts.set([before[at]! - people, people], at * 2));
  return counts;
}

function tableOf(
  { counted: { compiled } }: Desk,
  question: Question,
  table: Pick<QuestionTable, 'published' | 'earlier' | 'counts' | 'options' | 'truth'>,
): QuestionTable {
  const { definition, columns } = compiled;
  const { unit, sensitive: guarded } = definition.thresholds;
  const sensitive = columns.some((column) => column.questionId === question.id && column.sensitive);
  const isPlain = !sensitive && question.showIf === undefined;
  return {
    ...table,
    k: isPlain ? unit : Math.max(unit, guarded),
    sensitive,
    // A reader who knows the rules learns a little from a band being there or not: nothing of the kind where it hurts,
    // and none where several tables or conditions tell of the same people.
    bands: isPlain && question.type !== 'multi' && question.type !== 'rank',
  };
}
