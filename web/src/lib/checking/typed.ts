import { readReceipt } from '@danban/verify/check';
import { readRecovery } from '../answering/roster/recovery.ts';
import { say } from '../i18n.ts';

/** What is wrong with a receipt somebody typed for the survey at `slug`, in a sentence; undefined where nothing is. */
export function wrongWith(typed: string, slug?: string): string | undefined {
  if (typed === '') return undefined;
  const [link, behind] = typed.includes('#') ? typed.split('#', 2) : ['', typed];
  const of = /\/kiem-tra\/([^/]+)\/?$/.exec(link ?? '')?.[1];
  if (slug !== undefined && of !== undefined && of !== slug) return say('checking.otherSurvey');
  const read = readReceipt(behind ?? '');
  if (!read) return say('checking.wrongCode');
  const seed = readRecovery(read.code, {
    noCode: say('checking.wrongCode'),
    group: say('checking.codeGroup', { group: '{group}' }),
    groupMissing: say('checking.codeMissing', { group: '{group}' }),
    groupLong: say('checking.codeLong'),
    groups: say('checking.codeGroups', { groups: '{groups}' }),
  });
  return typeof seed === 'string' ? seed : undefined;
}
