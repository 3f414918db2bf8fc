import { criteria, type Criterion } from '@danban/critique';
import { formatDate, t, type Lang } from '@danban/i18n';
import type { Block, Report, Section } from '@danban/report';
import { room, text } from './blocks.ts';
import { headFor, recipientsFor, signatureFor, type Issuer } from './issuer.ts';

/** One point of a critique. */
export interface CritiquePoint {
  /** `Khoản 1 Điều 8`; null: about the whole. */
  clause: string | null;
  opinion: string;
  reason: string;
  proposal: string;
}

/** A letter of critique of the Front or of a union (domain: document d1). */
export interface Critique {
  issuer: Issuer;
  year: number;
  draft: string;
  to: string;
  bases: readonly string[];
  /** How the opinions were gathered, a paragraph each; empty: people write it. */
  held: readonly string[];
  judged: Readonly<Partial<Record<Criterion, string>>>;
  points: readonly CritiquePoint[];
  proposals: readonly string[];
  /** The last day for the answer. */
  answerBy: string | null;
}

const written = (paragraphs: readonly string[], lines: number): Block[] =>
  paragraphs.length === 0 ? [room(lines)] : paragraphs.map(text);

function pointsOf(lang: Lang, points: readonly CritiquePoint[]): Block[] {
  if (points.length === 0) return [text(t(lang, 'documents.critique.noPoints'))];
  const columns = (['clause', 'opinion', 'reason', 'proposal'] as const).map((one) => ({
    title: t(lang, `documents.critique.${one}`),
    share: one === 'clause' ? 2 : 4,
  }));
  const groups = points.map(({ clause, opinion, reason, proposal }) => ({
    about: clause ?? t(lang, 'documents.whole'),
    rows: [[opinion, reason, proposal]],
  }));
  return [{ kind: 'words', columns, groups }];
}

function contents(lang: Lang, { judged, points }: Critique): Section {
  const blocks = criteria.flatMap((one, at): Block[] => [
    { kind: 'heading', text: `${at + 1}. ${t(lang, `official.criterion.${one}`)}` },
    ...written((judged[one] ?? '').split('\n').filter(Boolean), 2),
  ]);
  const last = criteria.length + 1;
  return {
    title: t(lang, 'documents.critique.contents'),
    blocks: [
      ...blocks,
      { kind: 'heading', text: `${last}. ${t(lang, 'documents.critique.points')}` },
      ...pointsOf(lang, points),
    ],
  };
}

/** Văn bản phản biện xã hội: how it was held, the six criteria, the points clause by clause, and what is proposed. */
export function critiqueLetter(critique: Critique, lang: Lang): Report {
  const { issuer, year, draft, to, bases, held, proposals, answerBy } = critique;
  const until =
    answerBy === null ? [] : [text(t(lang, 'documents.critique.answerBy', { date: formatDate(lang, answerBy) }))];
  return {
    head: headFor(issuer, year),
    opening: { kind: 'letter', about: t(lang, 'documents.critique.about', { draft }), to: [to] },
    sections: [
      { title: null, blocks: bases.length === 0 ? [] : [{ kind: 'bases', bases }] },
      { title: t(lang, 'documents.critique.held'), blocks: written(held, 3) },
      contents(lang, critique),
      { title: t(lang, 'documents.critique.proposals'), blocks: [...written(proposals, 3), ...until] },
    ],
    signature: signatureFor(issuer, lang),
    recipients: recipientsFor(issuer, to, lang),
  };
}
