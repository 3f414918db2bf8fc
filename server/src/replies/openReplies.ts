import type { PublicRepliesView } from '@danban/contract';
import { t, type Lang } from '@danban/i18n';
import { csvText, type Value } from '@danban/tables';

const columns = [
  'id',
  'theme',
  'opinions',
  'resolution',
  'explanation',
  'clauseKey',
  'clause',
  'version',
  'with',
  'commitment',
  'owner',
  'due',
] as const;

/**
 * The answer that stands for each theme as a table: by the ids of themes, which are random, and without a day. Of sizes and
 * clauses it holds what the page holds.
 */
export function repliesCsv({ answers }: PublicRepliesView, lang: Lang): string {
  const rows = answers
    .toSorted((one, other) => (one.cluster < other.cluster ? -1 : 1))
    .map(({ cluster, title, opinions, resolution, explanation, clause, mergedInto, commitment }): Value[] => [
      cluster,
      title,
      opinions ?? t(lang, 'replies.sizeSome'),
      t(lang, `replies.resolution.${resolution}`),
      explanation,
      clause?.key ?? '',
      clause === null ? '' : clause.dropped ? t(lang, 'replies.clauseDropped', { name: clause.name }) : clause.name,
      clause?.version ?? '',
      mergedInto?.cluster ?? '',
      ...(commitment ? [commitment.text, commitment.owner, { day: commitment.due }] : ['', '', '']),
    ]);
  return csvText([columns.map((column) => t(lang, `replies.column.${column}`)), ...rows], lang);
}
