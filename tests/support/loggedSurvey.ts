import { createHash, createPublicKey, randomBytes, verify } from 'node:crypto';
import { canonicalJson, toBase64Url, utf8 } from '@danban/bytes';
import type { PromiseView, SurveyView } from '@danban/contract';
import { leafSalt, SEED_BYTES, seedCode } from '@danban/credential';
import type { Verify } from '@danban/merkle';
import { answersFor } from '@danban/server/example/answers';
import { repeatable } from '@danban/server/example/chance';
import { settle } from '@danban/server/example/people';
import type { Answers, Definition } from '@danban/survey';
import { sheetText } from '@danban/verify';
import type { Source } from '@danban/verify/check';
import type { Hono } from 'hono';
import { expect } from 'vitest';
import { freshDatabase, type FreshDatabase } from './freshDatabase.ts';
import { testHouse, type TestHouse } from './house.ts';
import { comeIn, visitor, type Visitor } from './staff.ts';

const day = 24 * 60 * 60 * 1000;
export const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();
export const ed25519: Verify = (publicKey, message, signature) => {
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: toBase64Url(publicKey) }, format: 'jwk' });
  return verify(null, message, key, signature);
};

/** What somebody took home: the code, and the link behind its QR code. */
export interface Taken {
  code: string;
  link: string;
  answers: Answers;
}

/** A survey over several schools with two criteria that are crossed, answered, closed, and published. */
export interface LoggedSurvey {
  at: TestHouse;
  database: FreshDatabase;
  survey: SurveyView;
  slug: string;
  definition: Definition;
  taken: Taken[];
  desk(): Promise<Visitor>;
  /** The published files of the survey, as everybody gets them. */
  source: Source;
}

/** Results broken down by the first two single choices, and by both. */
function planned(base: Definition): Definition {
  const [first, second] = base.questions.flatMap(({ id, type }) => (type === 'single' ? [id] : []));
  const questions = base.questions.map((question) =>
    question.type === 'single' && [first, second].includes(question.id)
      ? { ...question, dimension: true, required: true }
      : question,
  );
  return { ...base, questions, plan: { breakdowns: [first!, second!], crossed: [[first!, second!]] } };
}

export async function loggedSurvey(people: number): Promise<LoggedSurvey> {
  const database = await freshDatabase();
  const at = await testHouse(database);
  const staff = await settle(at.house, undefined);
  const desk = async () => {
    const one = visitor(at.app);
    await comeIn(at.house, one, staff.organizer);
    return one;
  };
  const survey = await opened(at, await desk());
  const definition = survey.definition as Definition;
  const { text, hash } = (await (await at.app.request(`/api/s/${survey.links[0]!.slug}/opening`)).json()) as {
    text: string;
    hash: string;
  };
  expect(text).toContain(survey.id);
  const found = at.house.db.selectFrom('survey').select('results_slug').where('id', '=', survey.id);
  const slug = (await found.executeTakeFirstOrThrow()).results_slug;
  const places = await at.house.db.selectFrom('share_link').select(['slug', 'unit_position']).execute();
  const unitOf = new Map(places.map((link) => [link.slug, link.unit_position]));
  const chance = repeatable(3);
  const taken: Taken[] = [];
  for (let i = 0; i < people; i++) {
    const link = survey.links[i % Math.min(4, survey.links.length)]!.slug;
    const drawn = answersFor(definition, chance, 0.3) as Answers;
    taken.push(await answer(at, { link, unit: unitOf.get(link)!, hash, drawn }));
  }
  at.pass(31 * day);
  await at.work();
  await at.work();
  const published = await (await desk()).send('PUT', `/surveys/${survey.id}/publication`, { published: true });
  expect(published.status).toBe(200);
  return { at, database, survey, slug, definition, taken, desk, source: sourceOf(at.app, slug) };
}

async function opened(at: TestHouse, organizer: Visitor): Promise<SurveyView> {
  const wish = { template: 'khao-sat-hai-long-phu-huynh', bodyId: 'CDGD-TINH', unitId: 'SGDDT' };
  const draft = (await (await organizer.send('POST', '/surveys', wish)).json()) as SurveyView;
  const definition = planned(draft.definition as Definition);
  const saved = await organizer.send('PUT', `/surveys/${draft.id}`, { definition, revision: 0 });
  expect(saved.status).toBe(200);
  const closesAt = new Date(at.house.clock().getTime() + 30 * day).toISOString();
  const response = await organizer.send('POST', `/surveys/${draft.id}/open`, { closesAt });
  expect(response.status).toBe(200);
  return (await response.json()) as SurveyView;
}

interface Answering {
  link: string;
  unit: number;
  hash: string;
  drawn: Answers;
}

/** Sends as a page with scripts does, and once more where words would be kept in another spelling. */
async function answer(at: TestHouse, { link, unit, hash, drawn }: Answering): Promise<Taken> {
  const seed = randomBytes(SEED_BYTES);
  const salt = toBase64Url(await leafSalt(seed, hash));
  const nonce = randomBytes(16).toString('base64url');
  const send = async (answers: Answers) =>
    (await (
      await at.app.request(`/api/s/${link}/submissions`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ nonce, answers, salt }),
      })
    ).json()) as { promise?: PromiseView; answers?: Answers };
  const first = await send(drawn);
  const answers = first.answers ?? drawn;
  const { leaf, closesAt, signature } = (first.promise ?? (await send(answers)).promise)!;
  return { code: seedCode(seed), answers, link: linkOf({ seed, salt, answers, unit, leaf, closesAt, signature }) };
}

interface Parts extends Pick<PromiseView, 'leaf' | 'closesAt' | 'signature'> {
  seed: Uint8Array;
  salt: string;
  answers: Answers;
  unit: number;
}

function linkOf({ seed, salt, answers, unit, leaf, closesAt, signature }: Parts): string {
  const text = sheetText({ answers: canonicalJson(answers), salt, unit });
  const sheet = toBase64Url(sha256(utf8(text)));
  return [seedCode(seed).replaceAll('-', ''), sheet, leaf, closesAt, signature].join('.');
}

export function sourceOf(app: Hono, slug: string): Source {
  return {
    async read(path) {
      const { pathname } = new URL(path, `http://localhost/api/log/${slug}/`);
      const response = await app.request(pathname);
      return response.ok ? new Uint8Array(await response.arrayBuffer()) : null;
    },
  };
}
