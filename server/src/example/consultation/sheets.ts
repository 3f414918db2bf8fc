import type { Definition, QuestionOf } from '@danban/survey';
import { answersFor } from '../answers.ts';
import { repeatable, type Chance } from '../chance.ts';
import type { Choice, CommentSeed, Seed } from './seed.ts';

interface Sheet {
  answers: Record<string, unknown>;
  written: number;
}

/** Which articles somebody looks at: some have their pay in mind, others how openly the school deals with money. */
const concerns: readonly (readonly string[])[] = [
  ['dieu-6', 'dieu-8', 'dieu-11', 'dieu-7'],
  ['dieu-10', 'dieu-13', 'dieu-14', 'dieu-15', 'dieu-9'],
];
/** From those who want most to those who want nothing. */
const order: readonly Choice[] = ['disagree', 'amend', 'abstain', 'agree'];

/** So many of each choice, given to those first whom the article concerns. */
function choicesAt(article: string, counts: Partial<Record<Choice, number>>, people: number, chance: Chance): Choice[] {
  const given = order.flatMap((choice) => Array.from({ length: counts[choice] ?? 0 }, () => choice));
  const chosen: Choice[] = [];
  const drawn = Array.from({ length: people }, (_, person) => {
    const isConcerned = concerns[person % concerns.length]!.includes(article);
    return { person, lot: chance() + (isConcerned ? 0 : 0.7) };
  });
  drawn.sort((one, other) => one.lot - other.lot);
  for (const [at, { person }] of drawn.entries()) chosen[person] = given[at]!;
  return chosen;
}

const articleOf = ({ clause }: CommentSeed): string | null => clause?.split('.')[0] ?? null;

/** Puts each opinion on the sheet of somebody of its group who chose so, with the least written on it. */
function write(sheets: readonly Sheet[], comments: readonly CommentSeed[], definition: Definition): void {
  const asked = definition.questions.filter((question): question is QuestionOf<'stance'> => question.type === 'stance');
  const words = definition.questions.find(({ type }) => type === 'text')!.id;
  const group = definition.questions.find((question) => question.type === 'single' && question.dimension === true);
  const named = group?.type === 'single' ? group.options : [];
  for (const comment of comments) {
    const article = articleOf(comment);
    const on = asked.find(({ clauseRef }) => clauseRef === article);
    const own = named.find(({ text }) => text.vi.startsWith(comment.group))?.id;
    const fits = ({ answers }: Sheet): boolean => {
      if (answers[group?.id ?? ''] !== own) return false;
      if (!on) return answers[words] === undefined;
      const said = answers[on.id] as { choice: Choice; comment?: string };
      return said.choice === comment.stance && said.comment === undefined;
    };
    const sheet = sheets.filter(fits).sort((one, other) => one.written - other.written)[0];
    if (!sheet) throw new Error(`the example could not be built: nobody to say "${comment.text}"`);
    sheet.answers[on?.id ?? words] = on ? { choice: comment.stance, comment: comment.text } : comment.text;
    sheet.written += 1;
  }
}

/** The sheets of the school's staff: choices by article and opinions as the seed counts them, everything else plausible. */
export function sheetsOf(definition: Definition, { answered, stances, comments }: Seed): Record<string, unknown>[] {
  const chance = repeatable(1016);
  const sheets = Array.from({ length: answered }, (): Sheet => {
    const free = definition.questions.filter(({ type }) => type === 'text').map(({ id }) => id);
    const all = Object.entries(answersFor(definition, chance, 0.6));
    return { answers: Object.fromEntries(all.filter(([id]) => !free.includes(id))), written: 0 };
  });
  for (const question of definition.questions) {
    if (question.type !== 'stance') continue;
    const chosen = choicesAt(question.clauseRef!, stances[question.clauseRef!]!, answered, chance);
    for (const [person, { answers }] of sheets.entries()) answers[question.id] = { choice: chosen[person] };
  }
  write(sheets, comments, definition);
  return sheets.map(({ answers }) => answers);
}
