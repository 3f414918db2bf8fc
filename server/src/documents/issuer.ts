import type { BodyKind } from '@danban/contract';
import { t, type Lang } from '@danban/i18n';
import type { Head, HeadStyle, Report } from '@danban/report';

/** The body a document is of, and the one above it. */
export interface Issuer {
  kind: BodyKind;
  name: string;
  above: string | null;
}

const styles: Partial<Record<BodyKind, HeadStyle>> = { union: 'union', front: 'front' };
/** For who completes the document: no table of ours knows the abbreviation of a body or where it sits. */
const toComplete = '……';

/** Of a report the symbol begins with its kind; of a letter it is the body alone. */
export function headFor({ kind, name, above }: Issuer, year: number, code?: string): Head {
  const symbol = code === undefined ? toComplete : `${code}-${toComplete}`;
  return { style: styles[kind] ?? 'state', above, issuer: name, symbol, place: toComplete, year };
}

/** Who signs for a body with members is its chair, on behalf of its committee. */
export function signatureFor({ kind }: Issuer, lang: Lang): Report['signature'] {
  if (kind !== 'union' && kind !== 'front') return { authority: null, office: t(lang, 'report.office.head') };
  return { authority: t(lang, `report.authority.${kind}`), office: t(lang, 'report.office.chair') };
}

export function recipientsFor({ above }: Issuer, unit: string, lang: Lang): string[] {
  const others = above === null ? [] : [t(lang, 'report.to.above')];
  return [...others, unit, t(lang, 'report.to.kept')];
}
