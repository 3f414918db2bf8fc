import type { Definition } from '../definition.ts';
import type { Question } from '../questions/index.ts';
import type { Text } from '../wording.ts';
import { type OpeningIssue, warning } from './issue.ts';
import { headTexts, textsOf } from './place.ts';

/** The texts a draft began with: those of its template, or of the survey it was copied from. */
export type Beginning = Pick<Definition, 'title' | 'intro' | 'audience' | 'questions'>;

/** English that still translates the Vietnamese the draft began with; `params.at` is the path of the text. */
export function englishIssues(definition: Definition, beginning: Beginning | null): OpeningIssue[] {
  if (beginning === null) return [];
  const before = new Map(headTexts(beginning));
  const head = headTexts(definition).filter(([path, text]) => isBehind(text, before.get(path)));
  const inQuestions = definition.questions.flatMap((question, index) => {
    const twin = beginning.questions.find(({ id }) => id === question.id);
    return textsOf(question, '')
      .filter(([path, text]) => isBehind(text, twin && textAt(twin, path, question)))
      .map(([path]) =>
        warning('english-behind', { questionId: question.id, params: { at: `questions.${index}${path}` } }),
      );
  });
  return [...head.map(([at]) => warning('english-behind', { params: { at } })), ...inQuestions];
}

const isBehind = (now: Text, before: Text | undefined): boolean =>
  before?.en !== undefined && now.en === before.en && now.vi !== before.vi;

/** The text of the question it began as, at a path of the question as it is now; items are known by their ids. */
function textAt(twin: Question, path: string, now: Question): Text | undefined {
  const [, name, at] = path.split('.');
  if (name === 'text' || name === 'help') return twin[name];
  const id = itemsOf(now, name)[Number(at)]?.id;
  return itemsOf(twin, name).find((item) => item.id === id)?.text;
}

type Item = { id: string; text: Text };

function itemsOf(question: Question, list: string | undefined): readonly Item[] {
  if (list === 'options' && 'options' in question) return question.options;
  return list === 'rows' && 'rows' in question ? question.rows : [];
}
