import {
  replyBody,
  type GivenAnswer,
  type NamedPointView,
  type ReplyView,
  type StandingAnswer,
} from '@danban/contract';
import type { NamedPoint } from '../opinions/standing.ts';
import { findVerdicts, type Said } from '../opinions/verdicts.queries.ts';
import type { House } from '../house.ts';
import type { Answering } from './clusters.ts';
import { findOut, type OutRow } from './queries.ts';

/** A point as it stands beside its answer. */
export const pointView = ({ organisation, letter, part, point }: NamedPoint): NamedPointView => {
  const { clause, opinion, reason, wording } = point;
  return { organisation: organisation.name, letter, part, clause: clause?.name ?? null, opinion, reason, wording };
};

const verdictView = ({ verdict: { verdict, to, reason, on } }: Said) => ({ verdict, to, reason, on });

export const givenView = ({ seq, body }: OutRow, verdicts: Answering['verdicts']): GivenAnswer => {
  const said = verdicts.get(seq);
  return { ...replyBody.parse(JSON.parse(body)), seq, verdict: said ? verdictView(said) : null };
};

/** The answer that stands, with those before it, the newest first; null where none went out. */
export function standingView(rows: readonly OutRow[], verdicts: Answering['verdicts']): StandingAnswer | null {
  const [newest, ...earlier] = rows.map((row) => givenView(row, verdicts)).toReversed();
  return newest ? { ...newest, earlier } : null;
}

/** What an organisation is not content with, and until when a further answer is due. */
export const disputeView = (said: Said | null, dueAfter: (day: string) => string | null): ReplyView['dispute'] =>
  said && { ...verdictView(said), due: dueAfter(said.on) };

/** Of every item that was answered the answer that stands, as everybody may read it. */
export async function standingAnswers(db: House['db'], survey: string): Promise<ReadonlyMap<string, StandingAnswer>> {
  const rows = Map.groupBy(await findOut(db, survey), ({ cluster }) => cluster);
  const said = new Map((await findVerdicts(db, survey)).map((one) => [one.seq, one]));
  const views = [...rows].flatMap(([item, own]) => {
    const view = standingView(own, said);
    return view ? [[item, view] as const] : [];
  });
  return new Map(views);
}
