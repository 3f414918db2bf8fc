import type { Definition } from '@danban/survey';
import type { Choice, CommentSeed } from './seed.ts';

export interface Sheet {
  answers: Record<string, unknown>;
  /** How many opinions stand on it. */
  written: number;
}

/** Where an opinion is written: beside the choice on its article, or where anything may be said. */
function placeOf({ clause }: CommentSeed, { questions }: Definition): { id: string; isOnArticle: boolean } {
  const article = clause?.split('.')[0];
  const on = questions.find((question) => question.type === 'stance' && question.clauseRef === article);
  return { id: (on ?? questions.find(({ type }) => type === 'text')!).id, isOnArticle: on !== undefined };
}

/** The question of the group somebody belongs to, and the option that is called so. */
function groupOf({ group }: CommentSeed, { questions }: Definition): { id: string; option: string } | null {
  const question = questions.find((one) => one.type === 'single' && one.dimension === true);
  if (question?.type !== 'single') return null;
  const option = question.options.find(({ text }) => text.vi.startsWith(group));
  return option ? { id: question.id, option: option.id } : null;
}

function mayHold({ answers }: Sheet, comment: CommentSeed, definition: Definition): boolean {
  const group = groupOf(comment, definition);
  if (group && answers[group.id] !== group.option) return false;
  const { id, isOnArticle } = placeOf(comment, definition);
  if (!isOnArticle) return answers[id] === undefined;
  const said = answers[id] as { choice: Choice; comment?: string };
  return said.choice === comment.stance && said.comment === undefined;
}

/** Puts each opinion on a sheet of its group that chose so, the one with the least written on it. */
export function write(sheets: readonly Sheet[], comments: readonly CommentSeed[], definition: Definition): void {
  for (const comment of comments) {
    const able = sheets.filter((sheet) => mayHold(sheet, comment, definition));
    const [sheet] = able.sort((one, other) => one.written - other.written);
    if (!sheet) throw new Error(`the example could not be built: nobody to write "${comment.text}"`);
    const { id, isOnArticle } = placeOf(comment, definition);
    sheet.answers[id] = isOnArticle ? { choice: comment.stance, comment: comment.text } : comment.text;
    sheet.written += 1;
  }
}
