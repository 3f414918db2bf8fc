import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect, startEmbedded, type Embedded } from '@danban/db';
import { answersFor } from '@danban/server/example/answers';
import { repeatable } from '@danban/server/example/chance';
import { settle, type People } from '@danban/server/example/people';
import { signedIn, type Send } from '@danban/server/example/visitor';
import type { Answers, Definition } from '@danban/survey';
import { testHouse, type TestHouse } from '../support/house.ts';
import { listedSurvey } from '../support/listedSurvey.ts';
import { tracesInFiles, writeOut } from '../support/traces.ts';

const unit = 'THPT.SONGNINH';

let home: string;
let server: Embedded;
let at: TestHouse;
let people: People;
let send: Send;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'danban-walls-'));
  server = await startEmbedded({ dataDir: join(home, 'data'), settings: { fsync: 'off' } });
  const db = connect(server.connection);
  at = await testHouse({ db, connection: server.connection, close: () => db.destroy() });
  send = (path, init) => at.app.request(path, init);
  people = await settle(at.house, undefined);
});
afterAll(async () => {
  await at.close();
  await server.stop();
  await rm(home, { recursive: true });
});

const newMark = (): string => `dauhieu${randomBytes(8).toString('hex')}`;

function sheetWith(definition: Definition, mark: string, seed: number): Answers {
  const free = definition.questions.find(({ type }) => type === 'text')!.id;
  return { ...answersFor(definition, repeatable(seed), 0.6), [free]: mark } as Answers;
}

/** Whoever runs the machine says that keys are gone for good. */
async function loseKeys(survey: string): Promise<void> {
  const folder = join(at.keysDir, survey);
  for (const name of await readdir(folder)) if (name !== 'tag') await rm(join(folder, name));
  await writeFile(join(folder, 'lost'), '');
}

test('the text of a voided staging row is nowhere on disk after close and rewrite', async () => {
  const { survey, respondents } = await listedSurvey(at, send, people, unit, { [unit]: 40 });
  const definition = survey.definition as Definition;
  const answer = async (count: number): Promise<string[]> => {
    const marks: string[] = [];
    for (const { respondent } of respondents.splice(0, count)) {
      const mark = newMark();
      await respondent.collect();
      expect((await respondent.answer(sheetWith(definition, mark, marks.length))).status).toBe(201);
      marks.push(mark);
    }
    return marks;
  };
  const voided = await answer(8);
  await loseKeys(survey.id);
  expect(await at.house.urn.mend(survey.id)).toBe(true);
  const counted = await answer(12);
  const desk = await signedIn(at.house, send, people.organizer);
  await desk.post(`/surveys/${survey.id}/close`);
  await at.work();
  await at.work();
  const db = connect(server.connection, { max: 1 });
  await writeOut(db).finally(() => db.destroy());
  expect(await tracesInFiles(home, voided)).toEqual([]);
  const seen = await tracesInFiles(home, counted);
  expect(new Set(seen.map(({ mark }) => mark))).toEqual(new Set(counted));
});
