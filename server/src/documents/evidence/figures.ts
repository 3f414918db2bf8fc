import { cellsOf, type PublicOpinionsView, type PublicRepliesView, type PublishedComments } from '@danban/contract';
import type { CommitmentsView, DraftBody, ReleasePage } from '@danban/contract';
import type { Comparison } from '../../drafts/comparison.ts';

/** What a pack holds, as the public pages tell it. */
export interface Held {
  replies: PublicRepliesView;
  /** Answers that went out, corrections among them. */
  rows: number;
  board: CommitmentsView;
  opinions: PublishedComments | null;
  named: PublicOpinionsView;
  versions: readonly { number: number; body: DraftBody }[];
  comparison: Comparison | null;
  results: ReleasePage;
}

export type Figures = Record<string, number | string | null>;

function answered({ replies: { answers, named, head }, rows }: Held): Figures {
  const by = Map.groupBy(answers, ({ resolution }) => resolution);
  const withClause = answers.filter(({ clause }) => clause !== null).length;
  return {
    answers: answers.length,
    'answers.points': named.answers.length,
    'answers.rows': rows,
    ...(head ? { 'answers.head': head.hash } : {}),
    ...Object.fromEntries([...by].map(([resolution, own]) => [`answers.${resolution}`, own.length])),
    ...(withClause > 0 ? { 'answers.withClause': withClause } : {}),
  };
}

function promised({ board: { commitments, counts, confirmed } }: Held): Figures {
  const states = Object.entries(counts).map(([state, count]) => [`commitments.${state}`, count]);
  return {
    commitments: commitments.length,
    'commitments.confirmed': confirmed,
    ...(Object.fromEntries(states) as Figures),
  };
}

function said({ opinions, named: { organisations, clauses } }: Held): Figures {
  return {
    ...(opinions && {
      opinions: opinions.published,
      'opinions.themes': opinions.clusters.length,
      'opinions.texts': opinions.groups.flatMap(({ texts }) => texts).length,
    }),
    organisations: organisations.length,
    'organisations.points': clauses.flatMap(({ points }) => points).length,
  };
}

function drafted({ versions, comparison }: Held): Figures {
  return {
    versions: versions.length,
    ...Object.fromEntries(versions.map(({ number, body }) => [`versions.${number}.clauses`, body.clauses.length])),
    ...Object.fromEntries(
      Object.entries(comparison?.counts ?? {}).map(([relation, count]) => [`changes.${relation}`, count]),
    ),
  };
}

/** Only what the release shows exactly. */
function counted({ results }: Held): Figures {
  const [whole] = results.units as [ReleasePage['units'][number]];
  const { participation: part } = whole;
  const cells = cellsOf(results, whole.cells);
  const stances = results.questions.flatMap(({ id, type }, at) => {
    const cell = cells[at]![0];
    if (type !== 'stance' || cell?.kind !== 'exact') return [];
    return cell.counts.slice(1).map((count, option) => [`stances.${id}.${option + 1}`, count] as const);
  });
  return {
    ...(part.kind === 'exact' ? { 'results.respondents': part.respondents } : {}),
    ...(results.onPaper?.sheets ? { 'results.onPaper': results.onPaper.sheets } : {}),
    ...(part.kind === 'exact' && part.invited !== null ? { 'results.invited': part.invited } : {}),
    ...Object.fromEntries(stances),
  };
}

/** Every figure of a pack, as the product tells it; `check.mjs` counts each anew from the files beside it. */
export const figuresOf = (held: Held): Figures => ({
  ...answered(held),
  ...promised(held),
  ...said(held),
  ...drafted(held),
  ...counted(held),
});
