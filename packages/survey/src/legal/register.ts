import { z } from 'zod';
import { certainties } from '../definition.ts';

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

const legalDocument = z.strictObject({
  ref: z.string().min(1).max(80),
  number: z.string().min(1),
  title: z.string().min(1),
  issuer: z.string(),
  date: day.exactOptional(),
  kind: z.enum([
    'law',
    'resolution',
    'joint_resolution',
    'decree',
    'decision',
    'directive',
    'circular',
    'joint_circular',
    'plan',
    'party_resolution',
    'party_decision',
    'party_directive',
    'party_conclusion',
    'party_notice',
    'party_plan',
  ]),
  /** `configurable`: every province has its own; `historical`: of its year, cited and no longer acted on. */
  status: z.enum(['in_force', 'superseded', 'historical', 'configurable']),
  effectiveFrom: day.exactOptional(),
  /** The last day it held. */
  effectiveTo: day.exactOptional(),
  supersededBy: z.strictObject({ words: z.string().min(1), refs: z.array(z.string()) }).exactOptional(),
  certainty: z.enum(certainties),
  notes: z.string().exactOptional(),
});
export type LegalDocument = z.output<typeof legalDocument>;

/** The register of legal texts, `db/seeds/legal-register.json`. */
export const legalRegisterFile = z.strictObject({
  schemaVersion: z.literal(1),
  note: z.string(),
  documents: z.array(legalDocument),
});

/** How a document stands on a day: it holds, does not hold yet, or holds no more, replaced by something or not. */
export type Standing =
  | { kind: 'holds' }
  | { kind: 'not-yet'; from: string }
  /** `from`: the first day it held no more; absent where the register does not know. */
  | { kind: 'superseded'; by: string; from?: string }
  | { kind: 'ended'; from: string };

const dayMs = 24 * 60 * 60 * 1000;
const dayAfter = (date: string): string => new Date(Date.parse(date) + dayMs).toISOString().slice(0, 10);

/** Reads the standing of a document on a day (`YYYY-MM-DD`) from its dates and what replaced it. */
export function standingOn({ status, effectiveFrom, effectiveTo, supersededBy }: LegalDocument, on: string): Standing {
  if (effectiveFrom !== undefined && on < effectiveFrom) return { kind: 'not-yet', from: effectiveFrom };
  const from = effectiveTo === undefined ? undefined : dayAfter(effectiveTo);
  if (from !== undefined && on < from) return { kind: 'holds' };
  if (supersededBy) return { kind: 'superseded', by: supersededBy.words, ...(from === undefined ? {} : { from }) };
  if (from !== undefined) return { kind: 'ended', from };
  return status === 'superseded' ? { kind: 'superseded', by: '' } : { kind: 'holds' };
}
