import { randomUUID } from 'node:crypto';
import { judgedIn, states, type Person, type State, type Where } from '@danban/access';
import type { Db } from '@danban/db/vaults/house';
import { oneOf, type Chance } from '@danban/server/example/chance';
import { keyOf } from '@danban/server/search/keys';
import { pathOn, type RandomPlace } from './randomTree.ts';

export interface RandomSurvey {
  id: string;
  title: string;
  unitId: string;
  bodyId: string;
  kind: string;
  /** The survey whose people it asks again. */
  follows: string | null;
  state: State;
  /** Figures have come out, at the close or before it. */
  released: boolean;
  published: boolean;
  openedOn: string | null;
}

type Spot = Pick<RandomSurvey, 'unitId' | 'bodyId'>;

const days = ['2020-06-01', '2021-07-01', '2022-03-14', '2023-11-20', '2025-12-31'];
const words = ['bữa ăn', 'hài lòng', 'dân chủ', 'an toàn', 'thu chi', 'văn hóa'];
const later = ['released', 'archived'] as const;

/** Half of them where somebody organises, and for her body: where rights meet, they are told apart. */
function randomSurvey(chance: Chance, spots: readonly Spot[], organised: readonly Spot[]): RandomSurvey {
  const state = chance() < 0.4 ? oneOf(chance, later) : oneOf(chance, states);
  const begun = state !== 'draft' && state !== 'scheduled';
  return {
    id: randomUUID(),
    title: `Khảo sát ${oneOf(chance, words)} ${oneOf(chance, words)}`,
    ...oneOf(chance, chance() < 0.5 ? organised : spots),
    kind: chance() < 0.4 ? 'evaluation' : 'survey',
    follows: null,
    state,
    released: later.some((one) => one === state) || (state === 'open' && chance() < 0.3),
    published: later.some((one) => one === state) && chance() < 0.3,
    openedOn: begun ? oneOf(chance, days) : null,
  };
}

function row(survey: RandomSurvey, createdBy: string) {
  const moment = new Date('2026-04-01T10:00:00Z');
  return {
    id: survey.id,
    body_id: survey.bodyId,
    unit_id: survey.unitId,
    created_by: createdBy,
    responsible: createdBy,
    state: survey.state,
    definition: JSON.stringify({ kind: survey.kind, title: { vi: survey.title } }),
    definition_hash: survey.state === 'draft' ? null : Buffer.from('hash'),
    opened_on: survey.openedOn,
    opens_at: survey.state === 'scheduled' ? moment : null,
    closes_at: survey.state === 'draft' ? null : moment,
    released: survey.released ? 1 : 0,
    published: survey.published,
    results_slug: survey.id,
    search_key: keyOf.survey({ vi: survey.title }),
    follows: survey.follows,
  };
}

export async function saveSurveys(
  db: Db,
  chance: Chance,
  count: number,
  places: readonly RandomPlace[],
  bodies: readonly string[],
  people: readonly Person[],
): Promise<RandomSurvey[]> {
  const units = [...new Set(places.map((place) => place.unitId))];
  const spots = units.flatMap((unitId) => bodies.map((bodyId) => ({ unitId, bodyId })));
  const organised = people
    .flatMap(({ grants }) => grants)
    .flatMap(({ role, unitId, bodyId }) => (role === 'organizer' && bodyId !== null ? [{ unitId, bodyId }] : []));
  const surveys = Array.from({ length: count }, () => randomSurvey(chance, spots, organised));
  // Some ask the people of the one before again.
  for (const [at, survey] of surveys.entries()) if (at > 0 && chance() < 0.2) survey.follows = surveys[at - 1]!.id;
  await db
    .insertInto('survey')
    .values(surveys.map((survey) => row(survey, people[0]!.id)))
    .execute();
  return surveys;
}

/** Where a survey stands, for `can`, by walking the places. */
export function whereIs(survey: RandomSurvey, places: readonly RandomPlace[], today: string): Where {
  return {
    unitPath: pathOn(places, survey.unitId, survey.openedOn ?? today),
    bodyId: survey.bodyId,
    judged: judgedIn(survey.kind, survey.unitId, survey.follows !== null),
    state: survey.state,
    released: survey.released,
    published: survey.published,
  };
}
