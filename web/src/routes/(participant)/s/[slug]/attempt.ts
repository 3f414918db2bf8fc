import { compile } from '@danban/survey';
import type { Definition } from '@danban/survey';
import type { EntranceState } from '@danban/contract';
import type { Attempt } from '../../../../lib/answering/shown.ts';

/** Answers that were posted and not taken. Where nothing is wrong with them, the survey is interrupted or the server busy. */
export function attemptOf(definition: Definition, form: FormData, state: EntranceState): Attempt {
  const { fromForm, validate } = compile(definition);
  const { raw, issues } = fromForm(textEntries(form));
  const validated = validate(raw);
  const all = validated.ok ? issues : [...issues, ...validated.issues];
  if (all.length > 0) return { raw, issues: all };
  return { raw, issues: [], refused: state === 'interrupted' ? state : 'unavailable' };
}

function* textEntries(form: FormData): Generator<[string, string]> {
  for (const [name, value] of form) if (typeof value === 'string') yield [name, value];
}
