import type { OfficialOpinion, OpinionPoint, OrganisationKind } from '@danban/critique';
import type { BodyKind, StandingAnswer } from '@danban/contract';
import type { Db } from '@danban/db/vaults/house';
import type { Definition, Question } from '@danban/survey';
import { namedOpinionsOf, pointsOf } from '../opinions/standing.ts';
import { standingAnswers } from '../replies/given.ts';
import type { SurveyRow } from '../surveys/queries.ts';
import { draftTitle } from './draftTitle.ts';
import type { Critique } from './critique.ts';
import type { Said } from './said.ts';

/** The opinion of an organisation as it stands; undefined before it sent one. */
export async function findOpinion(db: Db, survey: string, organisation: string): Promise<OfficialOpinion | undefined> {
  return (await namedOpinionsOf(db, survey)).find((one) => one.organisation === organisation)?.opinion;
}

/** A point lies in the question about its clause, or about the article around it. */
function questionOf(
  { clause }: OfficialOpinion['points'][number],
  questions: readonly Question[],
): Question | undefined {
  if (clause === null) return undefined;
  return questions
    .filter((one) => one.type === 'stance' && one.clauseRef !== undefined)
    .find((one) => {
      const path = (one as Extract<Question, { type: 'stance' }>).clauseRef!;
      return clause.path === path || clause.path.startsWith(`${path}.`);
    });
}

/** What was answered to a point, as a file tells it. */
function answerTo(answer: StandingAnswer | undefined): Pick<Said, 'answer' | 'next' | 'verdict'> {
  if (!answer) return { answer: null, next: null };
  const { resolution, explanation, mergedInto, clause, verdict, commitment } = answer;
  return {
    answer: { resolution, explanation: mergedInto ? mergedInto.title : explanation, commitment },
    next: clause && !clause.dropped ? clause.name : null,
    verdict,
  };
}

const linesOf = ({ clause, opinion, reason, wording }: OpinionPoint): string =>
  [clause?.name, opinion, reason, wording].filter(Boolean).join('\n');

export interface SaidByName {
  organisation: string;
  clause: Question | undefined;
  said: Said;
  /** The day it was answered. */
  answeredOn: string | null;
}

/** What organisations said by name, one thing after another, with the question about the clause of each and what was answered. */
export async function officialSaid(db: Db, survey: SurveyRow): Promise<SaidByName[]> {
  const { questions } = survey.definition as Definition;
  const answers = await standingAnswers(db, survey.id);
  return (await pointsOf(db, survey.id)).map(({ item, organisation: { id, name }, letter, part, point }) => ({
    organisation: id,
    answeredOn: answers.get(item)?.on ?? null,
    clause: questionOf(point, questions),
    said: {
      by: [{ kind: 'organisation', name, letter: { number: letter.number, on: letter.date } }],
      opinion: linesOf(point),
      part,
      ...answerTo(answers.get(item)),
    },
  }));
}

const kinds: Readonly<Record<OrganisationKind, BodyKind>> = {
  front: 'front',
  union: 'union',
  people_inspection: 'people_inspection',
  parent_board: 'parent_board',
  office: 'administration',
  other: 'other',
};

/** An official opinion as the letter of critique it stands for. */
export function critiqueOf(opinion: OfficialOpinion, survey: SurveyRow, bases: readonly string[]): Critique {
  const { organisation, letter, mandate, points, proposals } = opinion;
  const lines = (words: string): string[] => words.split('\n').filter((line) => line.trim() !== '');
  return {
    issuer: { kind: kinds[organisation.kind], name: organisation.name, above: null },
    year: Number(letter.date.slice(0, 4)),
    draft: draftTitle((survey.definition as Definition).title.vi),
    to: survey.unit_name,
    bases,
    held: lines(mandate),
    judged: opinion.criteria,
    points: points.map(({ clause, opinion: said, reason, wording }) => {
      return { clause: clause?.name ?? null, opinion: said, reason, proposal: wording };
    }),
    proposals: lines(proposals),
    answerBy: null,
  };
}
