import type { Definition, Question, Text } from '@danban/survey';

/** Names of the fields of the editor: where in the definition their text stands, as the API names it in issues. */
export const questionPath = (index: number): string => `questions.${index}`;

type Read = (name: string) => string;

/** A text as typed; English left empty is left out, so that the Vietnamese is shown. */
function textAt(path: string, read: Read): Text {
  const vi = read(`${path}.vi`);
  const en = read(`${path}.en`);
  return en === '' ? { vi } : { vi, en };
}

/** An explanation may be taken away altogether. */
function helpAt(path: string, read: Read): { help?: Text } {
  const help = textAt(path, read);
  return help.vi === '' && help.en === undefined ? {} : { help };
}

function itemsAt<Item extends { text: Text }>(path: string, items: readonly Item[], read: Read): Item[] {
  return items.map((item, index) => ({ ...item, text: textAt(`${path}.${index}.text`, read) }));
}

function editedQuestion(question: Question, path: string, read: Read): Question {
  const { help: _, ...rest } = question;
  return {
    ...rest,
    text: textAt(`${path}.text`, read),
    ...helpAt(`${path}.help`, read),
    required: read(`${path}.required`) !== '',
    ...('options' in question ? { options: itemsAt(`${path}.options`, question.options, read) } : {}),
    ...('rows' in question ? { rows: itemsAt(`${path}.rows`, question.rows, read) } : {}),
  } as Question;
}

/** Whether organisations answer as well may be taken back. */
function rulesKept({ rules }: Definition, read: Read): Pick<Definition, 'rules'> {
  if (!rules) return {};
  const { orgTrack, ...others } = rules;
  return { rules: orgTrack && read('rules.orgTrack') !== '' ? { ...others, orgTrack } : others };
}

/** The definition with the words of the posted editor. Ids, types and thresholds stay as they are. */
export function edited(definition: Definition, read: Read): Definition {
  return {
    ...definition,
    title: textAt('title', read),
    intro: textAt('intro', read),
    ...rulesKept(definition, read),
    questions: definition.questions.map((question, index) => editedQuestion(question, questionPath(index), read)),
  };
}
