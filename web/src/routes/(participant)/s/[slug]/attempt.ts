import { compile } from '@danban/survey';
import type { Definition } from '@danban/survey';
import type { Attempt } from '../../../../lib/answering/shown.ts';

/** Answers that were posted and not taken. Where nothing is wrong with them, the server was busy. */
export function attemptOf(definition: Definition, form: FormData): Attempt {
  const { fromForm, validate } = compile(definition);
  const { raw, issues } = fromForm(textEntries(form));
  const validated = validate(raw);
  const all = validated.ok ? issues : [...issues, ...validated.issues];
  return { raw, issues: all, unavailable: all.length === 0 };
}

function* textEntries(form: FormData): Generator<[string, string]> {
  for (const [name, value] of form) if (typeof value === 'string') yield [name, value];
}
