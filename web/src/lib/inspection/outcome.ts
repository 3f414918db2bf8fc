import type { Check } from '@danban/verify/check';
import type { Roots } from '../checking/engine.ts';
import type { Recounted } from './recounting.svelte.ts';

/** `good`: every published figure was counted anew; `early`: there are none to count yet; `wrong`: something does not fit. */
export type Outcome = 'good' | 'early' | 'wrong';

export function outcomeOf(checks: readonly Check[]): Outcome {
  if (checks.some(({ result }) => result === 'wrong')) return 'wrong';
  return checks.some(({ name, result }) => name === 'recount' && result === 'holds') ? 'good' : 'early';
}

/** What the recount found, as the minutes name it; null for what there is not. */
export interface Figures {
  leaves: number | null;
  /** In hex. */
  root: string | null;
  checkpoint: Roots['checkpoint'] | null;
  tables: number | null;
  figures: number | null;
}

/** Of what held alone: a figure beside a fault would be taken for one that was confirmed. */
export function figuresOf({ survey: checks, roots }: Recounted): Figures {
  const held = (name: Check['name']) => checks.find((one) => one.name === name && one.result === 'holds')?.params;
  const number = (value: string | number | undefined): number | null => (value === undefined ? null : Number(value));
  const leaves = held('leaves');
  return {
    leaves: number(leaves?.['leaves']),
    root: leaves && roots ? roots.sheets : null,
    checkpoint: held('log') && roots ? roots.checkpoint : null,
    tables: number(held('tables')?.['tables']),
    figures: number(held('recount')?.['figures']),
  };
}

/** A long hash for eyes that compare it: groups of four. */
export const inGroups = (hash: string): string => hash.match(/.{1,4}/g)?.join(' ') ?? '';
