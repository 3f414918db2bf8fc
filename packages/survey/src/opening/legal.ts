import type { Definition } from '../definition.ts';
import { documentOf } from '../legal/cite.ts';
import { type LegalDocument, standingOn } from '../legal/register.ts';
import { type OpeningIssue, warning } from './issue.ts';

const hour = 60 * 60 * 1000;
/** The day it is in Vietnam. */
const dayOf = (now: Date): string => new Date(now.getTime() + 7 * hour).toISOString().slice(0, 10);

/** Bases that do not hold on the day of opening: what replaced them, and since when. */
export function legalIssues({ legalBases }: Definition, register: readonly LegalDocument[], now: Date): OpeningIssue[] {
  return legalBases.flatMap((basis) => {
    const document = documentOf(basis, register);
    const standing = document && standingOn(document, dayOf(now));
    if (!standing || standing.kind === 'holds') return [];
    const { kind, ...more } = standing;
    const undated = kind === 'superseded' && standing.from === undefined;
    const code = `legal-basis-${kind}${undated ? '-undated' : ''}`;
    return [warning(code, { params: { ref: basis.ref, number: document.number, ...more } })];
  });
}
