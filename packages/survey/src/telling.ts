import { knownNames, toldIn, type Told } from '@danban/text';
import { isRecord, type Answers } from './answers.ts';
import type { Compiled } from './compile.ts';
import type { Question } from './questions/index.ts';

/** A field of words that may tell who somebody is: its name in the form, and what it tells. */
export interface Telling {
  field: string;
  told: Told[];
}

/** Where others are put forward by name, a name is the answer. */
export const asksForNames = (question: Question): boolean => question.type === 'text' && question.piiAllowed === true;

/**
 * The words of a valid sheet that may make somebody recognisable, in the order of the form. `names`: of units, which may be
 * called after people. They are for the writer to judge, and no reason to refuse a sheet.
 */
export function tellingIn(
  { definition, words }: Pick<Compiled, 'definition' | 'words'>,
  answers: Answers,
  names: readonly string[],
): Telling[] {
  const known = knownNames(names);
  const naming = new Set(definition.questions.filter(asksForNames).map(({ id }) => id));
  return words.flatMap(({ questionId, path }) => {
    const told = toldIn(wordsAt(answers, path), known).filter(
      ({ kind }) => kind !== 'person' || !naming.has(questionId),
    );
    return told.length > 0 ? [{ field: path.join('.'), told }] : [];
  });
}

function wordsAt(answers: Answers, path: readonly string[]): string {
  const found = path.reduce<unknown>((value, step) => (isRecord(value) ? value[step] : undefined), answers);
  return typeof found === 'string' ? found : '';
}
