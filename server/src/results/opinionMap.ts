import { createHash } from 'node:crypto';
import type { OpinionMapSaid } from '@danban/contract';
import { chanceFrom, POLICY, type Patterns } from '@danban/disclosure';
import { AGREE, DISAGREE, mapSaid, PASS, votesOf, type Cast, type Vote } from '@danban/opinions';
import type { Compiled, Definition, QuestionOf } from '@danban/survey';
import { thresholdsOf } from '../surveys/releasePlan.ts';
import type { Sheets } from './inner.ts';
import type { QuestionTables } from './tables.ts';

/** Fewer clauses make no map. */
const FEWEST_CLAUSES = 3;
/** So many votes fit into memory beside a release (deliberation §4 was tried with as many); beyond, no map is made. */
const MOST_VOTES = 4_000_000;

/** A clause as it stands: who wants it changed does not agree to it, and no opinion is a pass. */
const sides: Readonly<Record<QuestionOf<'stance'>['options'][number]['id'], Vote>> = {
  agree: AGREE,
  amend: DISAGREE,
  disagree: DISAGREE,
  abstain: PASS,
};

interface Clause {
  id: string;
  index: number;
  /** What each packed answer is; 0 is none. */
  votes: (Vote | null)[];
}

/** What people answered to the clauses of a draft, sheet by sheet; whose sheet it was, and in what order they came, is not kept. */
export interface ClauseSheets {
  add(sheets: Sheets): void;
  rows(): readonly string[];
  readonly clauses: readonly Clause[];
}

/** Nothing to be gathered of what is no consultation, or has too few clauses. */
export function clauseSheets({ columns, definition }: Compiled): ClauseSheets | null {
  const clauses = definition.questions.flatMap((question): Clause[] => {
    if (question.type !== 'stance' || question.showIf !== undefined) return [];
    const { index } = columns.find(({ questionId }) => questionId === question.id)!;
    return [{ id: question.id, index, votes: [null, ...question.options.map(({ id }) => sides[id])] }];
  });
  if (definition.kind !== 'consultation' || clauses.length < FEWEST_CLAUSES) return null;
  const most = Math.floor(MOST_VOTES / clauses.length);
  let rows: string[] | null = [];
  return {
    clauses,
    add({ people, packed }) {
      if (rows === null || rows.length + people > most) return void (rows = null);
      for (let sheet = 0; sheet < people; sheet++) {
        const row = sheet * columns.length;
        rows.push(String.fromCharCode(...clauses.map(({ index }) => packed[row + index]!)));
      }
    },
    rows: () => (rows ?? []).toSorted(),
  };
}

/**
 * The opinion map of a finished release: only where the whole shows how many there are, and only by clauses whose table of
 * the whole is shown. The chance is that of the frozen draft, so a correction says the same.
 */
export function opinionMapOf(
  sheets: ClauseSheets,
  tables: ReadonlyMap<string, QuestionTables>,
  { definition, patterns, definitionHash }: { definition: Definition; patterns: Patterns; definitionHash: string },
): OpinionMapSaid | null {
  const shown = sheets.clauses
    .map((clause, at) => ({ ...clause, at }))
    .filter(({ id }) => tables.get(id)!.cells[0]![0]!.kind === 'exact');
  const rows = sheets.rows();
  if (patterns.ordinary[0] !== 1 || rows.length === 0 || shown.length < FEWEST_CLAUSES) return null;
  const { unit, breakdown, sensitive } = thresholdsOf(definition);
  const chance = chanceFrom(createHash('sha256').update(definitionHash).digest().readUInt32LE(0));
  const leastGroup = Math.max(unit, breakdown, sensitive, POLICY.thresholds.breakdown);
  const said = mapSaid(votesOf(rows.length, shown.length, castsOf(rows, shown)), { leastGroup, chance });
  const named = (statements: readonly number[]): string[] => statements.map((one) => shown[one]!.id);
  return {
    consensus: { keep: named(said.consensus.agree), change: named(said.consensus.disagree) },
    across: named(said.across),
    groups: said.groups.map(({ tenths, agree, disagree, at }) => ({
      tenths,
      keep: named(agree),
      change: named(disagree),
      at: [at[0], at[1]],
    })),
  };
}

function* castsOf(rows: readonly string[], clauses: readonly (Clause & { at: number })[]): Generator<Cast> {
  for (const [person, row] of rows.entries()) {
    for (const [statement, { at, votes }] of clauses.entries()) {
      const vote = votes[row.charCodeAt(at)];
      if (vote != null) yield { person, statement, vote };
    }
  }
}
