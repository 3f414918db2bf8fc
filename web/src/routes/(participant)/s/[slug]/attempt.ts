import { compile, entersByCode, tellingIn } from '@danban/survey';
import type { Definition } from '@danban/survey';
import { readCode, type PublicSurveyView } from '@danban/contract';
import { namesAround, type Attempt, type TypedCode } from '../../../../lib/answering/shown.ts';
import { secret } from '../../../../lib/form.ts';

type Asked = Pick<PublicSurveyView, 'state' | 'body' | 'unit'> & { definition: Definition };

/**
 * Answers that were posted and not taken. Where nothing is wrong with them, their writer is asked to look at her words once
 * more, or the survey is interrupted, or the server busy.
 */
export function attemptOf(survey: Asked, form: FormData): Attempt {
  const { definition, state } = survey;
  const compiled = compile(definition);
  const { raw, issues } = compiled.fromForm(textEntries(form));
  const validated = compiled.validate(raw);
  const all = validated.ok ? issues : [...issues, ...validated.issues];
  const typed = entersByCode(definition) ? { code: typedCode(form) } : {};
  if (all.length > 0 || typed.code?.issue) return { raw, issues: all, ...typed };
  if (validated.ok && secret(form, 'problem') === 'telling') {
    return { raw, issues: [], ...typed, telling: tellingIn(compiled, validated.answers, namesAround(survey)) };
  }
  return { raw, issues: [], ...typed, refused: state === 'interrupted' ? state : 'unavailable' };
}

/** What was said of a code that reads well: the urn does not know it, or knows it too well. */
const ofCode = ['code-unknown', 'code-voided', 'already-counted'];

function typedCode(form: FormData): TypedCode {
  const [text, problem] = [secret(form, 'code'), secret(form, 'problem')];
  const read = readCode(text);
  if ('issue' in read) return { text, issue: read.issue };
  return ofCode.includes(problem) ? { text, issue: { code: problem } } : { text };
}

function* textEntries(form: FormData): Generator<[string, string]> {
  for (const [name, value] of form) if (typeof value === 'string') yield [name, value];
}
