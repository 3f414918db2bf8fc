import { utf8 } from '@danban/bytes';
import type { DraftLine } from '../draft/line.ts';
import { readDraft } from '../draft/read.ts';
import { agreement } from './drafts/agreement.ts';
import { democracy } from './drafts/democracy.ts';
import { plan } from './drafts/plan.ts';
import { resolution } from './drafts/resolution.ts';
import { rules } from './drafts/rules.ts';
import { sampleFirst } from './drafts/sampleFirst.ts';
import { sampleSecond } from './drafts/sampleSecond.ts';

/** Drafts in the styles that schools, unions and the Front write. */
export const drafts = { sampleFirst, sampleSecond, democracy, agreement, rules, plan, resolution } as const;

/** The lines of a file that is known to be readable. */
export function linesOf(file: string | Uint8Array): DraftLine[] {
  const read = readDraft(typeof file === 'string' ? utf8(file) : file);
  if (!read.ok) throw new Error(read.issue.code);
  return read.value.lines;
}
