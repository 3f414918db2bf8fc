import type { BodyKind } from '@danban/contract';
import { t, type Lang } from '@danban/i18n';
import type { Head, HeadStyle, Report } from '@danban/report';

/** The body that holds a survey, and the one above it. */
export interface Issuer {
  kind: BodyKind;
  name: string;
  above: string | null;
}

const styles: Partial<Record<BodyKind, HeadStyle>> = { union: 'union', front: 'front' };
/** For who completes the document: no table of ours knows the abbreviation of a body or where it sits. */
const toComplete = '……';

export function headFor({ kind, name, above }: Issuer, year: number): Head {
  return { style: styles[kind] ?? 'state', above, issuer: name, symbol: `BC-${toComplete}`, place: toComplete, year };
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
