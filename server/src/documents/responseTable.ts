import { formatDate, t, type Lang } from '@danban/i18n';
import { resolutions, type Resolution } from '@danban/replies';
import type { Block, Report } from '@danban/report';
import { text } from './blocks.ts';
import { headFor, recipientsFor, type Issuer } from './issuer.ts';
import { answerIn, clauseIn, contributorsIn, opinionIn, type SaidAbout } from './said.ts';

/** What the official table says of a consultation (domain: document b). */
export interface ResponseTable {
  /** The drafting body. */
  issuer: Issuer;
  year: number;
  /** The title of the draft. */
  draft: string;
  unit: string;
  bases: readonly string[];
  openedOn: string;
  closedOn: string;
  /** How many people were asked; null where that is not known or not told. */
  asked: number | null;
  /** Sheets that came back and how many of them on paper; null where either is not known, not told or nothing. */
  sheets: { received: number; onPaper: number } | null;
  /** Opinions received; null: too few to tell. */
  received: number | null;
  about: readonly SaidAbout[];
}

const columns = ['about', 'by', 'opinion', 'answer'] as const;
const shares = { about: 2, by: 2, opinion: 4, answer: 5, next: 2 };

/** How many of what was said ended how, in the order of the resolutions; those nothing ended in are left out. */
function countsOf(about: readonly SaidAbout[]): [Resolution, number][] {
  const ends = about.flatMap(({ said }) => said.map(({ answer }) => answer?.resolution));
  return resolutions
    .map((one): [Resolution, number] => [one, ends.filter((end) => end === one).length])
    .filter(([, count]) => count > 0);
}

/** The four columns of the official table, and a fifth where a next version shows what was accepted. */
function tableOf(lang: Lang, about: readonly SaidAbout[]): Block {
  const hasNext = about.some(({ said }) => said.some(({ next }) => next !== null));
  const all = hasNext ? ([...columns, 'next'] as const) : columns;
  const groups = about.map((one) => ({
    about: clauseIn(lang, one),
    rows: one.said.map(({ by, next, ...said }) => [
      contributorsIn(lang, by),
      opinionIn(lang, said),
      answerIn(lang, said),
      ...(hasNext ? [next ?? ''] : []),
    ]),
  }));
  return {
    kind: 'words',
    columns: all.map((one) => ({ title: t(lang, `documents.column.${one}`), share: shares[one] })),
    groups,
  };
}

function figuresOf(lang: Lang, { asked, sheets, received, about }: ResponseTable): Block[] {
  const counted = countsOf(about).map(([one, count]) =>
    t(lang, 'documents.counted', { resolution: t(lang, `documents.resolution.${one}`), count }),
  );
  const opinions = received ?? t(lang, 'documents.someOpinions');
  const figures =
    asked === null
      ? t(lang, 'documents.received', { received: opinions })
      : t(lang, 'documents.figures', { asked, received: opinions });
  return [
    text(figures),
    ...(sheets === null ? [] : [text(t(lang, 'documents.sheets', sheets))]),
    ...(counted.length === 0 ? [] : [text(t(lang, 'documents.ended', { counts: counted.join('; ') }))]),
  ];
}

/** Bản tổng hợp ý kiến, tiếp thu, giải trình: every opinion with its answer, clause by clause. */
export function responseTable(table: ResponseTable, lang: Lang): Report {
  const { issuer, draft, bases, openedOn, closedOn } = table;
  const dates = { from: formatDate(lang, openedOn), to: formatDate(lang, closedOn) };
  return {
    head: headFor(issuer, table.year),
    opening: {
      kind: 'titled',
      type: t(lang, 'documents.table.type'),
      subject: t(lang, 'documents.table.subject', { draft }),
    },
    landscape: true,
    sections: [
      {
        title: null,
        blocks: [
          ...(bases.length === 0 ? [] : [{ kind: 'bases' as const, bases }]),
          text(t(lang, 'documents.table.held', { body: issuer.name, draft, ...dates })),
          ...figuresOf(lang, table),
          text(t(lang, 'documents.table.results')),
          tableOf(lang, table.about),
        ],
      },
    ],
    signature: { authority: null, office: t(lang, 'report.office.drafter') },
    recipients: recipientsFor(issuer, table.unit, lang),
  };
}
