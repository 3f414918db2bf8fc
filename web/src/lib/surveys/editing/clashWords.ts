import { isMessageKey } from '@danban/i18n';
import type { Clash, Definition, Question, Text } from '@danban/survey';
import { inLang, say } from '../../i18n.ts';
import { fieldName } from './placeOf.ts';

const questionIn = ({ questions }: Definition, id: string | undefined) =>
  questions.findIndex((question) => question.id === id);

/** Where both wrote, in words: "Câu 3 · Câu hỏi · Tiếng Việt". */
export function clashPlace({ path }: Clash, ...definitions: Definition[]): string {
  const [head, id, ...rest] = path;
  const named = (steps: (string | undefined)[]) => steps.flatMap(fieldName);
  if (head !== 'questions') return named(path).join(' · ');
  const at = definitions.map((definition) => questionIn(definition, id)).find((found) => found >= 0) ?? 0;
  return [say('survey.question', { number: at + 1 }), ...named(rest)].join(' · ');
}

/** What stands there on one side, in words. */
export function clashWords(value: unknown, { path }: Clash, definition: Definition): string {
  if (value === undefined) return say('clash.gone');
  if (path[0] === 'headline') {
    return say('survey.question', { number: questionIn(definition, value as string) + 1 });
  }
  if (typeof value === 'boolean') return say(value ? 'clash.yes' : 'clash.no');
  if (typeof value === 'string') {
    const key = `${path.at(-1)}.${value}`;
    return isMessageKey(key) ? say(key) : value;
  }
  if (typeof value === 'object' && value !== null && 'text' in value) return inLang((value as { text: Text }).text);
  if (typeof value === 'object' && value !== null && 'anyOf' in value)
    return conditionWords(value as Condition, definition);
  if (typeof value === 'object' && value !== null && 'vi' in value) return inLang(value as Text);
  if (Array.isArray(value))
    return value.map((one: unknown) => clashWords(one, { path: ['facet'] }, definition)).join(', ');
  return JSON.stringify(value);
}

type Condition = NonNullable<Question['showIf']>;

function conditionWords({ question, anyOf }: Condition, definition: Definition): string {
  const at = questionIn(definition, question);
  const asked = definition.questions[at];
  const options = asked && 'options' in asked ? asked.options.filter(({ id }) => anyOf.includes(id)) : [];
  return say('edit.showIfOption', { number: at + 1, option: options.map(({ text }) => inLang(text)).join(', ') });
}
