import { randomBytes } from 'node:crypto';
import type { ClustersView, RepliesView, ReplyView, SurveyView } from '@danban/contract';
import { answersFor } from '@danban/server/example/answers';
import { repeatable } from '@danban/server/example/chance';
import { submit, type Send } from '@danban/server/example/visitor';
import type { Definition } from '@danban/survey';
import { consultationIn, school } from './draftTexts.ts';
import { freshDatabase, type FreshDatabase } from './freshDatabase.ts';
import { testHouse, type TestHouse } from './house.ts';
import { readAll, readJson } from './opinions.ts';
import { setUpProvince, signedIn, type Visitor } from './staff.ts';

/** Above the school since the provinces were merged. */
const department = 'SGDDT-NB';
const drawnThere = '00000000-0000-4000-8000-000000000000';
type Member = Visitor & { id: string };

/** A consultation whose opinions were counted and read by two, with everybody who has a part in the answers. */
export interface Answering {
  house: TestHouse;
  /** The database as its owner has it. */
  owner: FreshDatabase['db'];
  survey: SurveyView;
  slug: string;
  admin: Visitor;
  organizer: Member;
  drafter: Member;
  union: Member;
  second: Member;
  leader: Member;
  at(path?: string): string;
  comments(path?: string): string;
  desk(person: Visitor, query?: string): Promise<RepliesView>;
  one(person: Visitor, cluster: string): Promise<ReplyView>;
  /** One step, based on what it is now. */
  step(person: Visitor, cluster: string, act: object): Promise<Response>;
  /** Puts the loose opinions whose words hold this into a new cluster; its id. */
  group(title: string, words: string): Promise<string>;
}

const texts = (at: number): string =>
  at % 2 === 0
    ? `Đề nghị khoán xăng xe theo số ki-lô-mét đi thực tế, ý ${at}`
    : `Định mức văn phòng phẩm của tổ chuyên môn còn thấp, ý ${at}`;

/** Sheets whose only words stand beside the first questions on clauses. */
function sheetOf(definition: Definition, at: number): Record<string, unknown> {
  const wordless = new Set(definition.questions.filter(({ type }) => type === 'text').map(({ id }) => id));
  const others = Object.entries(answersFor(definition, repeatable(at), 0.6)).filter(([id]) => !wordless.has(id));
  const asked = definition.questions.filter((question) => question.type === 'stance')[at % 2]!;
  return { ...Object.fromEntries(others), [asked.id]: { choice: asked.options[1]!.id, comment: texts(at) } };
}

/** Whoever sends to the API of the staff pages. */
interface Sender {
  send(method: string, path: string, body?: unknown): Promise<Response>;
}
type Place = typeof school;

interface Life {
  send: Send;
  counted: (survey: string) => Promise<void>;
  opinions: number;
  /** While it is open. */
  meanwhile?: ((survey: SurveyView) => Promise<void>) | undefined;
}

/** A consultation through its whole life: opened, answered, closed, counted and shown. */
export async function consulted(
  organizer: Sender,
  place: Place,
  { send, counted, opinions, meanwhile }: Life,
): Promise<SurveyView> {
  const { id, definition, revision } = await consultationIn(organizer, place);
  const open = { ...(definition as Definition), door: 'open_link' };
  await organizer.send('PUT', `/surveys/${id}`, { definition: open, revision });
  const running = await organizer.send('POST', `/surveys/${id}/open`, { closesAt: '2099-01-01T00:00:00.000Z' });
  if (!running.ok) throw new Error(await running.text());
  const survey = (await running.json()) as SurveyView;
  for (let at = 0; at < opinions; at++) {
    const sheet = sheetOf(survey.definition as Definition, at);
    await submit(send, survey.links[0]!.slug, randomBytes(24).toString('base64url'), sheet);
  }
  await meanwhile?.(survey);
  await organizer.send('POST', `/surveys/${id}/close`, {});
  await counted(id);
  return (await (await organizer.send('PUT', `/surveys/${id}/publication`, { published: true })).json()) as SurveyView;
}

export async function answering(
  opinions = 30,
  meanwhile?: (made: Pick<Answering, 'house' | 'organizer' | 'survey'>) => Promise<void>,
): Promise<Answering> {
  const database = await freshDatabase();
  const house = await testHouse(database);
  const admin = await setUpProvince(house);
  const { unitId, bodyId } = school;
  const member = (login: string, role: string, at = unitId): Promise<Member> =>
    signedIn(house.app, admin, { login, role, unitId: at, bodyId: role === 'organizer' ? bodyId : null });
  const organizer = await member('to.chuc', 'organizer');
  const survey = await consulted(organizer, school, {
    send: (path, init) => house.app.request(path, init),
    counted: async () => {
      await house.work();
      await house.work();
    },
    opinions,
    meanwhile: (opened) => meanwhile?.({ house, organizer, survey: opened }) ?? Promise.resolve(),
  });
  const [union, second] = [
    await member('ra.soat.1', 'moderator', department),
    await member('ra.soat.2', 'moderator', department),
  ];
  const at = (path = ''): string => `/surveys/${survey.id}/replies${path}`;
  const comments = (path = ''): string => `/surveys/${survey.id}/comments${path}`;
  for (const person of [union, second]) await readAll({ at: comments }, person);
  const one = (person: Visitor, cluster: string) => readJson<ReplyView>(person, at(`/clusters/${cluster}`));
  return {
    ...{ house, owner: database.db, survey, admin, organizer, union, second, at, comments, one },
    slug: survey.resultsUrl!.split('/').at(-1)!,
    drafter: await member('soan.thao', 'drafter'),
    leader: await member('lanh.dao', 'leader'),
    desk: (person, query = '') => readJson<RepliesView>(person, at(query)),
    async step(person, cluster, act) {
      const { step } = await one(organizer, cluster);
      return person.send('POST', at(`/clusters/${cluster}/steps`), { step, act });
    },
    async group(title, words) {
      const found = await readJson<ClustersView>(union, comments(`/clusters?q=${encodeURIComponent(words)}`));
      const act = { kind: 'create', id: drawnThere, title, comments: found.comments.items.map(({ id }) => id) };
      await union.send('POST', comments('/clusters'), { revision: found.revision, act });
      const { clusters } = await readJson<ClustersView>(union, comments('/clusters'));
      return clusters.at(-1)!.id;
    },
  };
}
