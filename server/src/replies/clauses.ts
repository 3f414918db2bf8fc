import { nameOf } from '@danban/consultation';
import type { KeyedClause, ReplyBody, ReplyView } from '@danban/contract';
import type { Beside, Proposal } from '@danban/replies';
import type { Definition } from '@danban/survey';
import { askedDraftOf, wordsOf } from '../drafts/asked.ts';
import { bodyOf } from '../drafts/body.ts';
import { findPublished } from '../drafts/queries.ts';
import type { House } from '../house.ts';
import type { NamedPoint } from '../opinions/standing.ts';
import type { SurveyRow } from '../surveys/queries.ts';

interface Version {
  number: number;
  label: string;
  clauses: readonly KeyedClause[];
}

/** The version people answered to and the newest after it; null where there is none. */
export interface Versions {
  asked: Version | null;
  next: Version | null;
}

export async function versionsOf(db: House['db'], survey: SurveyRow): Promise<Versions> {
  const number = (survey.definition as Definition).draft?.published?.number;
  if (number === undefined) return { asked: null, next: null };
  const heads = await findPublished(db, survey.id);
  const read = async (head: (typeof heads)[number] | undefined): Promise<Version | null> => {
    const body = head && (await bodyOf(db, survey.id, head.number));
    return head && body ? { number: head.number, label: head.label, clauses: body.clauses } : null;
  };
  const [newest] = heads;
  return {
    asked: await read(heads.find((head) => head.number === number)),
    next: newest && newest.number > number ? await read(newest) : null,
  };
}

const keysOf = (version: Version | null): ReadonlySet<string> | null =>
  version && new Set(version.clauses.map(({ key }) => key));

/** What a proposal's clause is judged beside. */
export const clausesBeside = ({ asked, next }: Versions): Pick<Beside, 'asked' | 'next'> => {
  return { asked: keysOf(asked), next: keysOf(next) };
};

const named = ({ clauses }: Version, clause: KeyedClause): string => nameOf(clause, clauses);

/** Clauses an answer may name: those of the next version, and those that are no longer in it. */
export function targetsIn({ asked, next }: Versions): ReplyView['targets'] {
  if (next === null) return null;
  const there = new Set(next.clauses.map(({ key }) => key));
  const kept = next.clauses.map((clause) => ({ key: clause.key, name: named(next, clause), dropped: false }));
  const dropped = (asked?.clauses ?? [])
    .filter(({ key }) => !there.has(key))
    .map((clause) => ({ key: clause.key, name: named(asked!, clause), dropped: true }));
  return { label: next.label, clauses: [...kept, ...dropped] };
}

/** The clause of an answer as it goes out: by its name in the version that shows it, or that had it last. */
export function clauseOut({ clause: key }: Proposal, { asked, next }: Versions): ReplyBody['clause'] {
  if (key === null || next === null) return null;
  for (const version of [next, asked]) {
    const clause = version?.clauses.find((one) => one.key === key);
    if (!version || !clause) continue;
    const { number, label } = version;
    const of = { version: number, versionLabel: label, dropped: version !== next };
    return { key, name: named(version, clause), path: clause.path, ...of };
  }
  return null;
}

/** The words of the clauses these questions ask about. */
export async function wordsAsked(
  house: House,
  survey: SurveyRow,
  questions: ReadonlySet<string>,
): Promise<ReplyView['clauses']> {
  const definition = survey.definition as Definition;
  const draft = await askedDraftOf(house, survey.id, definition, survey.results_slug);
  if (draft === null) return [];
  return definition.questions.flatMap(({ id, text }) => {
    const parts = questions.has(id) ? draft.clauses[id] : undefined;
    return parts ? [{ id, name: text.vi, parts }] : [];
  });
}

/** The words of the clause a point is on. */
export function wordsOfPoint({ point: { clause } }: NamedPoint, { asked }: Versions): ReplyView['clauses'] {
  const parts = clause && asked && wordsOf(asked.clauses, new Set([clause.key]))[clause.key];
  return parts ? [{ id: clause.key, name: clause.name, parts }] : [];
}
