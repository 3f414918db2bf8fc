import type { BodyKind } from '@danban/contract';
import { t, type Lang } from '@danban/i18n';
import type { Head, HeadStyle, Report } from '@danban/report';

/** The body a document is of, and the one above it. */
export interface Issuer {
  kind: BodyKind;
  name: string;
  above: string | null;
}

const styles: Partial<Record<BodyKind, HeadStyle>> = { union: 'union', front: 'front', youth_union: 'youth' };
/** For who completes the document: no table of ours knows the abbreviation of a body or where it sits. */
const toComplete = '……';
/** The Front signs by its standing board, whose letters are the same everywhere. */
const letters: Partial<Record<BodyKind, string>> = { front: 'MTTQ-BTT' };

/** Kinds of documents that have an abbreviation in the decree (NĐ 30/2020, Phụ lục III), of those that are made here. */
export type TypeCode = 'BC';

/**
 * Of a report the symbol begins with its kind; of a letter, and of what has no abbreviation in the decree, it is the body alone.
 * The Youth Union names letters, too, and puts a stroke before the body.
 */
function symbolOf(kind: BodyKind, code: TypeCode | undefined): string {
  const own = letters[kind] ?? toComplete;
  if (kind === 'youth_union') return `${code ?? 'CV'}/${own}`;
  return code === undefined ? own : `${code}-${own}`;
}

export function headFor({ kind, name, above }: Issuer, year: number, code?: TypeCode): Head {
  return {
    ...{ style: styles[kind] ?? 'state', above, issuer: name, symbol: symbolOf(kind, code) },
    ...{ place: toComplete, year },
  };
}

/** Who signs for a body with members, and on behalf of whom. */
const chairs = {
  union: 'chair',
  front: 'chair',
  youth_union: 'secretary',
  people_inspection: 'headOfBoard',
  parent_board: 'headOfBoard',
} as const;
const hasChair = (kind: BodyKind): kind is keyof typeof chairs => kind in chairs;

export function signatureFor({ kind }: Issuer, lang: Lang): Report['signature'] {
  if (!hasChair(kind)) return { authority: null, office: t(lang, 'report.office.head') };
  return { authority: t(lang, `report.authority.${kind}`), office: t(lang, `report.office.${chairs[kind]}`) };
}

export function recipientsFor({ above }: Issuer, unit: string, lang: Lang): string[] {
  const others = above === null ? [] : [t(lang, 'report.to.above')];
  return [...others, unit, t(lang, 'report.to.kept')];
}
