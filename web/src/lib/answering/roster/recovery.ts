import { readSeed, type CodeFault } from '@danban/credential';
import type { RosterTexts } from './texts.ts';

type FaultTexts = Pick<RosterTexts, 'noCode' | 'group' | 'groupMissing' | 'groupLong' | 'groups'>;

/** The seed of a recovery code, or what is wrong with it, named by group. */
export function readRecovery(typed: string, texts: FaultTexts): Uint8Array | string {
  const read = readSeed(typed);
  if (read.ok) return read.bytes;
  return typed.trim() === '' ? texts.noCode : faultSentence(read.faults, texts);
}

function faultSentence(faults: readonly CodeFault[], texts: FaultTexts): string {
  const [first] = faults;
  if (!first || faults.length > 1) {
    return texts.groups.replace('{groups}', faults.map(({ group }) => group).join(', '));
  }
  if (first.fault === 'too-many') return texts.groupLong;
  const sentence = first.fault === 'missing' ? texts.groupMissing : texts.group;
  return sentence.replace('{group}', String(first.group));
}
