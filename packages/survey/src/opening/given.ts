import type { Definition } from '../definition.ts';
import { isGiven } from '../givenWords.ts';
import type { Text } from '../wording.ts';
import { error, type OpeningIssue } from './issue.ts';
import { headTexts, textsOf } from './place.ts';

/** Words nobody has written yet, once for each question they stand in: people would be asked "Câu hỏi mới". */
export function givenIssues(definition: Definition): OpeningIssue[] {
  const head = givenIn(headTexts(definition)).map((words) => error('words-as-given', { params: { words } }));
  const inQuestions = definition.questions.flatMap((question) =>
    givenIn(textsOf(question, '')).map((words) =>
      error('words-as-given', { questionId: question.id, params: { words } }),
    ),
  );
  return [...head, ...inQuestions];
}

function givenIn(texts: readonly [string, Text][]): string[] {
  const given = texts.flatMap(([, { vi, en }]) => [vi, en ?? ''].map((words) => words.trim()).filter(isGiven));
  return [...new Set(given)];
}
