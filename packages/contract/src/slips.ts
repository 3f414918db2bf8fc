import { readSlip, type CodeFault } from '@danban/credential';
import { z } from 'zod';
import type { IssueView } from './problems.ts';

/** How many slips are made at once; more would be a pile of paper nobody cuts. */
export const mostSlipsAtOnce = 1_000;

/** Voiding tells whether a slip was used, so it is for lost and spoilt slips, not for going through a pile. */
export const mostSlipVoidsADay = 20;

/** What the organizer sees of a survey's printed slips: how many there are, never which of them were used. */
export const slipsView = z.object({
  units: z.array(
    z.object({
      /** Its place in the frozen tree. */
      position: z.number().int(),
      name: z.string(),
      own: z.boolean(),
      /** How many people belong to it today, where somebody has counted. */
      people: z.number().int().nullable(),
      /** Printed and not voided. */
      printed: z.number().int(),
    }),
  ),
  /** Whether all of them may be thrown away: nobody can have used one yet. */
  mayDiscard: z.boolean(),
  /** How many sheets of paper were typed in, as the organizer says; and whether she may say so now. */
  onPaper: z.number().int(),
  maySayPaper: z.boolean(),
});
export type SlipsView = z.infer<typeof slipsView>;

const count = z.number().int().min(1).max(mostSlipsAtOnce);
export const makeSlipsInput = z.strictObject({
  units: z
    .array(z.strictObject({ position: z.number().int().min(0).max(32_767), count }))
    .min(1)
    .max(mostSlipsAtOnce),
});
export const voidSlipInput = z.strictObject({ code: z.string().max(200), replace: z.boolean() });

export const paperInput = z.strictObject({ sheets: z.int().min(0).max(100_000) });

/** Codes in clear: in the one answer that makes them and nowhere else. */
export const printedSlipsView = z.object({
  /** The address every slip leads to; its code comes behind `#`. */
  url: z.string(),
  units: z.array(z.object({ name: z.string(), own: z.boolean(), codes: z.array(z.string()) })),
});
export type PrintedSlipsView = z.infer<typeof printedSlipsView>;

/** What somebody typed as the code of a slip: its bytes, or what is wrong with it, in one issue at the field `code`. */
export function readCode(typed: string): { code: Uint8Array } | { issue: IssueView } {
  const read = readSlip(typed);
  return read.ok ? { code: read.bytes } : { issue: { path: 'code', ...faultIn(typed, read.faults) } };
}

function faultIn(typed: string, faults: readonly CodeFault[]): Pick<IssueView, 'code' | 'params'> {
  const [first] = faults;
  if (typed.trim() === '' || !first) return { code: 'code-missing' };
  if (faults.length === 1) return { code: `code-group-${first.fault}`, params: { group: first.group } };
  return { code: 'code-groups', params: { groups: faults.map(({ group }) => group).join(', ') } };
}
