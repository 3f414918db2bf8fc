import { compile, entersByCode } from '@danban/survey';
import type { Definition } from '@danban/survey';
import { readCode, type EntranceState } from '@danban/contract';
import type { Attempt, TypedCode } from '../../../../lib/answering/shown.ts';
import { secret } from '../../../../lib/form.ts';

/** Answers that were posted and not taken. Where nothing is wrong with them, the survey is interrupted or the server busy. */
export function attemptOf(definition: Definition, form: FormData, state: EntranceState): Attempt {
  const { fromForm, validate } = compile(definition);
  const { raw, issues } = fromForm(textEntries(form));
  const validated = validate(raw);
  const all = validated.ok ? issues : [...issues, ...validated.issues];
  const typed = entersByCode(definition) ? { code: typedCode(form) } : {};
  if (all.length > 0 || typed.code?.issue) return { raw, issues: all, ...typed };
  return { raw, issues: [], ...typed, refused: state === 'interrupted' ? state : 'unavailable' };
}

/** What was said of a code that reads well: the urn does not know it, or knows it too well. */
const ofCode = ['code-unknown', 'code-voided', 'already-counted', 'different-answer'];

function typedCode(form: FormData): TypedCode {
  const [text, problem] = [secret(form, 'code'), secret(form, 'problem')];
  const read = readCode(text);
  if ('issue' in read) return { text, issue: read.issue };
  return ofCode.includes(problem) ? { text, issue: { code: problem } } : { text };
}

function* textEntries(form: FormData): Generator<[string, string]> {
  for (const [name, value] of form) if (typeof value === 'string') yield [name, value];
}
