import { t, type Lang } from '@danban/i18n';
import { answerIn, clauseIn, contributorsIn, opinionIn, type SaidAbout } from './said.ts';

const columns = ['about', 'by', 'opinion', 'answer', 'next'] as const;

/** The response table as a plain table, for people who count on: a head, then a row for each thing that was said. */
export function responseRows(about: readonly SaidAbout[], lang: Lang): string[][] {
  const head = columns.map((one) => t(lang, `documents.column.${one}`));
  const rows = about.flatMap((one) =>
    one.said.map(({ by, next, ...said }) => [
      clauseIn(lang, one),
      contributorsIn(lang, by),
      opinionIn(lang, said),
      answerIn(lang, said),
      next ?? '',
    ]),
  );
  return [head, ...rows];
}
