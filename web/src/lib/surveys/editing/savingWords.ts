import { clock, say, sentenceOfProblem } from '../../i18n.ts';
import type { Saving } from './autosave.ts';
import type { Stepped } from './draft.svelte.ts';

/** How it stands with saving, in a sentence. */
export function savingWords(saving: Saving): string {
  if (saving.kind === 'saved') return saving.at ? say('save.saved', { at: clock(saving.at) }) : say('save.byItself');
  if (saving.kind === 'unreachable') return say(saving.kept ? 'save.failedKept' : 'save.failed');
  if (saving.kind === 'refused') return sentenceOfProblem(saving.code);
  if (saving.kind === 'saving') return say('save.saving');
  return say(`save.${saving.kind}`);
}

/** Why a step back or forth was not taken; empty where it was, or where what is unsaved says so itself. */
export function notStepped(stepped: Stepped): string {
  if (stepped.kind === 'unreachable') return say('step.unreachable');
  if (stepped.kind === 'meanwhile') return say('step.meanwhile', { name: stepped.other.name });
  return stepped.kind === 'refused' ? sentenceOfProblem(stepped.code) : '';
}
