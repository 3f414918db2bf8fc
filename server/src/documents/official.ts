import type { OfficialOpinion, OrganisationKind } from '@danban/critique';
import type { BodyKind } from '@danban/contract';
import type { Db } from '@danban/db/vaults/house';
import type { Definition, Question } from '@danban/survey';
import { namedOpinionsOf } from '../opinions/reader.ts';
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

/** What organisations said by name, point by point, with the question about the clause of each. */
export async function officialSaid(db: Db, survey: SurveyRow): Promise<{ clause: Question | undefined; said: Said }[]> {
  const { questions } = survey.definition as Definition;
  return (await namedOpinionsOf(db, survey.id)).flatMap(({ opinion: { organisation, letter, points } }) =>
    points.map((point) => ({
      clause: questionOf(point, questions),
      said: {
        by: [
          {
            kind: 'organisation' as const,
            name: organisation.name,
            letter: { number: letter.number, on: letter.date },
          },
        ],
        opinion: [point.clause?.name, point.opinion, point.reason, point.wording].filter(Boolean).join('\n'),
        answer: null,
        next: null,
      },
    })),
  );
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
