import type { Definition } from '../definition.ts';
import { freeId } from '../freshIds.ts';
import type { LegalDocument } from './register.ts';

export type LegalBasis = Definition['legalBases'][number];

const kindNames: Partial<Record<LegalDocument['kind'], string>> = {
  decree: 'Nghị định',
  decision: 'Quyết định',
  directive: 'Chỉ thị',
  circular: 'Thông tư',
  joint_circular: 'Thông tư liên tịch',
  resolution: 'Nghị quyết',
  joint_resolution: 'Nghị quyết liên tịch',
  plan: 'Kế hoạch',
  party_resolution: 'Nghị quyết',
  party_decision: 'Quyết định',
  party_directive: 'Chỉ thị',
  party_conclusion: 'Kết luận',
  party_notice: 'Thông báo',
  party_plan: 'Kế hoạch',
};

const written = (date: string): string => date.split('-').reverse().join('/');

/** A document as official papers cite it: "Nghị định 59/2023/NĐ-CP ngày 14/08/2023 quy định …". */
export function citationOf({ number, title, kind, date }: LegalDocument): string {
  const numbered = `${number}${date === undefined ? '' : ` ngày ${written(date)}`}`;
  const name = kindNames[kind];
  if (name !== undefined && title.startsWith(name)) return `${name} ${numbered}${title.slice(name.length)}`;
  return `${title} số ${numbered}`;
}

/**
 * A basis as somebody names it: a document of the register by its number or its whole citation, or else her own words
 * under an id of their own. Undefined where nothing is named or it is there already.
 */
export function cite(
  words: string,
  bases: readonly LegalBasis[],
  register: readonly LegalDocument[],
): LegalBasis | undefined {
  const wanted = words.trim();
  if (wanted === '') return undefined;
  const found = register.find((one) => [one.number, one.ref, citationOf(one)].includes(wanted));
  if (!found)
    return {
      ref: freeId(
        bases.map(({ ref }) => ({ id: ref })),
        'khac',
      ),
      text: { vi: wanted },
    };
  if (bases.some(({ ref }) => ref === found.ref)) return undefined;
  const { ref, certainty } = found;
  return { ref, text: { vi: citationOf(found) }, certainty };
}

/** The document of the register a basis names: by its id while its words still do, or in own words by its number. */
export function documentOf({ ref, text }: LegalBasis, register: readonly LegalDocument[]): LegalDocument | undefined {
  const named = ({ number }: LegalDocument): boolean => text.vi.includes(number);
  const known = register.find((one) => one.ref === ref);
  if (known && (named(known) || !isWhole(known.number))) return known;
  return register.find((one) => isWhole(one.number) && named(one));
}

/** A number with an issuer in it; "…/KH-SGDĐT" is none yet. */
const isWhole = (number: string): boolean => /^\d+[-/]/.test(number);
