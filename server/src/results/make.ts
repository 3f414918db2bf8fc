import { createHash } from 'node:crypto';
import {
  AuditFailed,
  auditRelease,
  columnOf,
  type GroupSet,
  groupsOf,
  type InnerCells,
  type Patterns,
  publishGroups,
  type ShownBefore,
  type UnitTree,
} from '@danban/disclosure';
import { compile, type Compiled, criteriaOf, type Definition, isAskedColumn, type QuestionOf } from '@danban/survey';
import { releasePlan, thresholdsOf } from '../surveys/releasePlan.ts';
import type { CountedUnit } from '../surveys/tree.queries.ts';
import { buildRelease, type Material } from './build.ts';
import { type Counts, groupCounter, type Histogram } from './count.ts';
import { insideCounter, insideOfBatches, insideOfPlaces } from './inside.ts';
import { type CriterionColumn, inBatches, innerCounter, LedgerBroken, type Occupied, type Sheets } from './inner.ts';
import type { LedgerEntry, ShownGroup } from './ledger.queries.ts';
import { type ClauseSheets, clauseSheets, opinionMapOf } from './opinionMap.ts';
import type { Mark, Release } from './release.ts';
import {
  EVERY_RULE,
  onlyWhere,
  protectedTables,
  type QuestionTables,
  type RoutedRules,
  whereCriteriaShow,
} from './tables.ts';

/** Units with fewer respondents are in no release before the close (disclosure R9). */
export const FEWEST_BEFORE_CLOSE = 100;

/** What a release is made of beside the sheets: the frozen survey, as it holds now. Nothing of any person. */
export interface Making {
  definition: Definition;
  tree: CountedUnit[];
  mark: Mark;
  comments: number | null;
  unopened: number;
  onPaper: number;
  about: Material['about'];
}

/** A group as an earlier release showed it: per table of the release its counts, the option of its band, or nothing. */
export interface EarlierGroup extends ShownGroup {
  release: number;
  told: readonly ({ counts: readonly number[] } | { option: number } | null)[];
}

/** Where the sheets come from, twice; and what was told of them before. */
export interface Sources {
  sheets(): AsyncIterable<Sheets>;
  ledger: LedgerEntry[];
  earlier: EarlierGroup[];
}

export interface Made {
  release: Release;
  /** What this release adds to the ledger. */
  entry: LedgerEntry;
  params: string;
}

/**
 * Counts, decides what may be shown, looks at the finished release once more. Same sheets and same releases before, same
 * bytes.
 * @throws AuditFailed, LedgerBroken: nothing may be released
 */
export function makeRelease(making: Making, sources: Sources): Promise<Made> {
  return makeReleaseChecking(EVERY_RULE, making, sources);
}

export async function makeReleaseChecking(rules: RoutedRules, making: Making, sources: Sources): Promise<Made> {
  const compiled = compile(making.definition);
  const tree: UnitTree = { parent: Int32Array.from(making.tree, ({ parent }) => parent) };
  const criteria = criteriaOf(making.definition.plan, making.definition.questions);
  const columns = criteria.map((question) => criterionColumn(compiled, question));
  const plan = releasePlan(making.definition, criteria);
  const clauses = making.mark.kind === 'interim' ? null : clauseSheets(compiled);
  const pass = await firstPass(sources, compiled, { tree, columns, clauses });
  const batches = sources.ledger.map(({ batch }) => batch);
  const { fresh, ...inner } = inBatches(pass.occupied, batches, making.mark.number);
  const set = groupsOf(tree, plan, inner);
  const { counts, inside } = pass.columns
    ? ofUnits(tree, set, pass.occupied, pass.columns)
    : await countsOf(sources, compiled, { tree, set, columns, occupied: pass.occupied });
  const earlier = sources.earlier.map((one) => ({ ...one, column: columnIn(tree, inner, one) }));
  const thresholds = thresholdsOf(making.definition);
  const seed = seedOf(making);
  const safe = publishGroups(set, inner, { thresholds, ledger: earlier.map(({ column }) => column), seed });
  const material: Material = {
    compiled,
    set,
    counts,
    inside: insideOfBatches(inner, pass.occupied, inside),
    earlier: earlierByColumn(compiled, earlier),
    rules,
    isEarly: making.mark.kind === 'interim',
    tree: making.tree,
    comments: making.comments,
    unopened: making.unopened,
    onPaper: making.mark.kind === 'interim' ? 0 : making.onPaper,
    map: null,
    about: making.about,
    patterns: atThisTime(making, set, safe),
  };
  material.patterns = whereCriteriaShow(material, criteria);
  const tables = protectedTables(material);
  lookThrough(material, tables, seed);
  material.map =
    clauses &&
    opinionMapOf(clauses, tables, {
      definition: making.definition,
      patterns: material.patterns,
      definitionHash: making.about.definitionHash,
    });
  return {
    release: buildRelease(material, tables),
    entry: { batch: fresh, shown: shownIn(set, material.patterns) },
    params: JSON.stringify({ thresholds, seed, groups: set.groups.length, engine: 1 }),
  };
}

/**
 * Before the close only large units are shown at all, and nothing but their totals: what was broken down early would leave
 * little to break down at the close. Leaving groups out of a safe pattern keeps it safe.
 */
function atThisTime({ mark }: Making, { groups, n }: GroupSet, patterns: Patterns): Patterns {
  if (mark.kind !== 'interim') return patterns;
  return onlyWhere(patterns, (group) => groups[group]!.by.length === 0 && n[group]! >= FEWEST_BEFORE_CLOSE);
}

function criterionColumn({ columns }: Compiled, question: QuestionOf<'single'>): CriterionColumn {
  const column = columns.find(({ questionId }) => questionId === question.id)!;
  return { index: column.index, categories: column.options };
}

/** Who is where; and where no criterion divides people, groups are the units, and their answers are counted at once. */
async function firstPass(
  { sheets }: Sources,
  { columns: all }: Compiled,
  { tree, columns, clauses }: { tree: UnitTree; columns: CriterionColumn[]; clauses: ClauseSheets | null },
): Promise<{ occupied: Occupied; columns: Counts['columns'] | null }> {
  const inner = innerCounter(all.length, columns);
  const units = columns.length === 0 ? groupCounter(tree.parent, unitsAlone(tree), all, []) : null;
  for await (const one of sheets()) {
    inner.add(one);
    clauses?.add(one);
    units?.add(one);
  }
  return { occupied: inner.occupied(), columns: units?.counts.columns ?? null };
}

function unitsAlone(tree: UnitTree): GroupSet {
  const nobody = {
    unit: new Uint32Array(),
    values: new Uint8Array(),
    batch: new Uint16Array(),
    weight: new Uint32Array(),
  };
  return groupsOf(tree, { dimensions: [], crossed: [] }, nobody);
}

/** Of every group and, for what an attacker could think, of every inner cell. */
interface Counted {
  counts: Counts;
  inside: Counts<Histogram>;
}

function ofUnits(tree: UnitTree, { n }: GroupSet, occupied: Occupied, columns: Counts['columns']): Counted {
  const counts = { people: n, columns };
  return { counts, inside: insideOfPlaces(tree, occupied, counts) };
}

async function countsOf(
  { sheets }: Sources,
  { columns: all }: Compiled,
  at: { tree: UnitTree; set: GroupSet; columns: CriterionColumn[]; occupied: Occupied },
): Promise<Counted> {
  const groups = groupCounter(at.tree.parent, at.set, all, at.columns);
  const inside = insideCounter(at.occupied, all, at.columns);
  for await (const one of sheets()) {
    groups.add(one);
    inside.add(one);
  }
  return { counts: groups.counts, inside: inside.counts };
}

/** The audit of the finished tables: nothing is stored that does not stand it. */
function lookThrough({ compiled, set }: Material, tables: ReadonlyMap<string, QuestionTables>, seed: number): void {
  const { breakdown } = thresholdsOf(compiled.definition);
  const finished = [...tables.values()].flatMap((question) =>
    question.tables.map((table, at) => ({
      ...table,
      ...question.proofs[at]!,
      cells: question.cells[at]!,
      breakdown,
    })),
  );
  auditRelease(set, finished, seed);
}

function columnIn(tree: UnitTree, inner: InnerCells, { group, release, sensitive }: EarlierGroup) {
  return columnOf(tree, inner, group, release, sensitive);
}

/** The tables of a release by the column of the sheets they come from. */
export function tableColumns({ columns }: Compiled): number[] {
  return columns.filter((column) => !isAskedColumn(column)).map(({ index }) => index);
}

function earlierByColumn(
  compiled: Compiled,
  earlier: readonly (EarlierGroup & Pick<ShownBefore, 'column'>)[],
): Map<number, ShownBefore[]> {
  const columns = tableColumns(compiled);
  const found = columns.map((index, table): [number, ShownBefore[]] => [
    index,
    earlier.flatMap(({ column, told }) => (told[table] ? [{ column, ...told[table] }] : [])),
  ]);
  return new Map(found);
}

function shownIn({ groups }: GroupSet, { ordinary, sensitive }: Patterns): ShownGroup[] {
  return groups.flatMap((group, at) => (ordinary[at] === 1 ? [{ group, sensitive: sensitive[at] === 1 }] : []));
}

/** Chance that everybody can draw again: from the frozen definition and the number of the release. */
function seedOf({ about, mark }: Making): number {
  const text = `${about.definitionHash} ${mark.number}`;
  return createHash('sha256').update(text).digest().readUInt32LE(0);
}

export function isUnpublishable(error: unknown): boolean {
  return error instanceof AuditFailed || error instanceof LedgerBroken;
}
