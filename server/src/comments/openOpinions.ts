import { createHash } from 'node:crypto';
import { publishedComments, type PublishedComments } from '@danban/contract';
import type { Definition } from '@danban/survey';
import type { SurveyRow } from '../surveys/queries.ts';

/** The clause a question is about: its key stays its own through all versions; `version`: the one people answered to. */
interface AskedClause {
  key: string;
  version: number;
}

/** Published opinions as a file carries them, for people who count on. */
export interface OpenOpinions extends Omit<PublishedComments, 'schema' | 'groups'> {
  schema: 2;
  groups: {
    question: PublishedComments['groups'][number]['question'];
    clause: AskedClause | null;
    texts: { id: string; text: string }[];
  }[];
}

function clauseOf({ questions, draft }: Definition, number: number | undefined): AskedClause | null {
  const question = number === undefined ? undefined : questions[number - 1];
  const version = draft?.published?.number;
  if (question?.type !== 'stance' || question.clauseRef === undefined || version === undefined) return null;
  return { key: question.id, version };
}

/**
 * What went out, with an id for each text and the clause its group is about. An id is drawn from what is public alone, the
 * frozen text and a place in its order by chance: whoever knows what we know of an opinion cannot tell more by it. Which theme
 * a text is in is not told: the size of a small theme could be counted.
 */
export function openOf(body: string, survey: SurveyRow): OpenOpinions {
  const published = publishedComments.parse(JSON.parse(body));
  const definition = survey.definition as Definition;
  const frozen = createHash('sha256').update(body).digest('hex');
  const idOf = (group: number, place: number): string =>
    createHash('sha256').update(`${frozen} ${group} ${place}`).digest('hex').slice(0, 16);
  const groups = published.groups.map(({ question, texts }, group) => ({
    question,
    clause: clauseOf(definition, question?.number),
    texts: texts.map((text, place) => ({ id: idOf(group, place), text })),
  }));
  return { ...published, schema: 2, groups };
}
