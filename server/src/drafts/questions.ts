import { nameOf, unitsOf, type Grain } from '@danban/consultation';
import type { KeyedClause } from '@danban/contract';
import { newQuestion, type Definition, type Question, type QuestionOf, type Text } from '@danban/survey';

export interface Asked {
  number: number;
  tree: string;
  clauses: readonly KeyedClause[];
}

type Stance = QuestionOf<'stance'>;

/** Whether a question is about a clause of a draft. */
export const isOnClause = (question: Question): question is Stance =>
  question.type === 'stance' && question.clauseRef !== undefined;

/** The draft itself is Vietnamese; English says which clause it is, where it has a number. */
function nameInBoth(clause: KeyedClause, clauses: readonly KeyedClause[]): Text {
  const vi = nameOf(clause, clauses);
  const numbers = vi.match(/^(?:Khoản (\S+) )?Điều (\d+[a-zđ]?)/u);
  if (numbers === null) return { vi };
  const [, part, article] = numbers;
  return {
    vi,
    en: part === undefined ? `Article ${article} of the draft` : `Clause ${part}, Article ${article} of the draft`,
  };
}

/** What somebody wrote in the question goes on with its clause: explanation, options, marks. */
function questionOn(
  clause: KeyedClause,
  clauses: readonly KeyedClause[],
  before: Question | undefined,
  comments: boolean,
): Stance {
  const kept = before?.type === 'stance' ? before : newQuestion('stance', clause.key);
  const { allowComment: _, ...rest } = kept;
  const asked = { ...rest, text: nameInBoth(clause, clauses), clauseRef: clause.path };
  return comments ? { ...asked, allowComment: true } : asked;
}

/** A condition on a question that went goes with it. */
function unconditional(question: Question, ids: ReadonlySet<string>): Question {
  const { showIf, ...rest } = question;
  return showIf === undefined || ids.has(showIf.question) ? question : rest;
}

/**
 * The definition with one question for each clause of the version, at the place where such questions stood, or before all
 * others. A clause that was asked about keeps the id of its question, its key; questions of another kind stay as they are.
 */
export function withClauseQuestions(
  definition: Definition,
  { number, tree, clauses }: Asked,
  { grain, comments }: { grain: Grain; comments: boolean },
): Definition {
  const known = new Map(definition.questions.map((question) => [question.id, question]));
  const asked = unitsOf(clauses, grain).map(({ clause }) =>
    questionOn(clause, clauses, known.get(clause.key), comments),
  );
  const at = Math.max(definition.questions.findIndex(isOnClause), 0);
  const others = (questions: readonly Question[]): Question[] => questions.filter((question) => !isOnClause(question));
  const all = [...others(definition.questions.slice(0, at)), ...asked, ...others(definition.questions.slice(at))];
  const ids = new Set(all.map(({ id }) => id));
  const draft = { ref: definition.draft?.ref ?? 'du-thao', version: String(number), published: { number, tree } };
  return { ...definition, draft, questions: all.map((question) => unconditional(question, ids)) };
}
