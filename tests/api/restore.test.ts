import { access, mkdir, readdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import type { ReleasePage, SurveyView } from '@danban/contract';
import { restoredCopy, type FreshDatabase } from '../support/freshDatabase.ts';
import { testHouse, type TestHouse } from '../support/house.ts';
import { onEachPostgres } from '../support/onEachPostgres.ts';
import { answer, sheets, surveysIn, type Surveys } from '../support/surveys.ts';

vi.setConfig({ testTimeout: 60_000 });

const minute = 60_000;
const day = 24 * 60 * minute;
const taken = (statuses: number[]) => statuses.filter((status) => status === 201).length;
const isThere = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  );

onEachPostgres((_, fresh) => {
  interface Scene {
    at: TestHouse;
    surveys: Surveys;
    survey: SurveyView;
    /** What lies in the key folder of the survey. */
    folder: string;
    /** Ends this house and opens another on a database and the keys as they now are. */
    reopenOn(database: FreshDatabase): Promise<Scene>;
  }
  const sceneIn = (database: FreshDatabase, at: TestHouse, surveys: Surveys, survey: SurveyView): Scene => ({
    at,
    surveys,
    survey,
    folder: join(at.keysDir, survey.id),
    async reopenOn(other) {
      await at.leave();
      const next = await testHouse(other, { now: at.house.clock().getTime(), keysDir: at.keysDir });
      onTestFinished(next.leave);
      return sceneIn(other, next, await surveysIn(next, surveys.people), survey);
    },
  });
  /** An open survey with so many sealed answers in it, and its database. */
  const openSurvey = async (answers: number): Promise<Scene & { database: FreshDatabase }> => {
    const database = await fresh();
    const at = await testHouse(database);
    onTestFinished(at.close);
    const surveys = await surveysIn(at);
    const survey = await surveys.open();
    expect(taken(await answer(surveys, survey, sheets(surveys, survey, answers)))).toBe(answers);
    return { ...sceneIn(database, at, surveys, survey), database };
  };
  const backUp = async (database: FreshDatabase): Promise<FreshDatabase> => {
    const copy = await restoredCopy(database.connection);
    onTestFinished(copy.close);
    return copy;
  };
  const passADay = async ({ at }: Scene) => {
    at.pass(day + minute);
    await at.work();
  };
  const released = async ({ at, surveys, survey }: Scene): Promise<ReleasePage> => {
    await surveys.close(survey);
    await at.work();
    return (await (await surveys.organizer()).get(`/surveys/${survey.id}/release`)) as ReleasePage;
  };
  const logOf = ({ at }: Scene) => at.logged.join('\n');
  const codeOf = async ({ surveys, survey }: Scene) => {
    const response = await surveys.post(survey.links[0]!.slug, surveys.sheet(survey));
    return `${response.status} ${((await response.json()) as { code?: string }).code}`;
  };
  const publicState = async ({ at, surveys, survey }: Scene) => {
    at.pass(3_000);
    const response = await surveys.send(`/api/s/${survey.links[0]!.slug}`);
    return ((await response.json()) as { state: string }).state;
  };

  test('restored from before a flush, the survey goes on: what was sealed is given up, may be sent again, and counts once', async () => {
    const before = await openSurvey(0);
    const early = sheets(before.surveys, before.survey, 30);
    await answer(before.surveys, before.survey, early);
    const backup = await backUp(before.database);
    await answer(before.surveys, before.survey, sheets(before.surveys, before.survey, 10));
    await passADay(before);
    const after = await before.reopenOn(backup);
    expect(logOf(after)).toContain('urn-answers-given-up');
    const seen = await after.surveys.read(after.survey);
    expect(seen).toMatchObject({ state: 'open', keysAway: false, unopened: { kind: 'below', percent: 20 } });
    expect(taken(await answer(after.surveys, after.survey, early))).toBe(30);
    expect(taken(await answer(after.surveys, after.survey, early))).toBe(30);
    expect(taken(await answer(after.surveys, after.survey, sheets(after.surveys, after.survey, 12)))).toBe(12);
    await passADay(after);
    const release = await released(after);
    expect(release.units[0]!.participation).toMatchObject({ kind: 'exact', respondents: 42 });
    expect(release.unopened).toEqual({ answers: 30 });
    expect(await isThere(after.folder)).toBe(false);
  });

  test('fewer than the threshold given up: the release says that some are missing and not how many', async () => {
    const before = await openSurvey(4);
    const backup = await backUp(before.database);
    await answer(before.surveys, before.survey, sheets(before.surveys, before.survey, 30));
    await passADay(before);
    const after = await before.reopenOn(backup);
    await answer(after.surveys, after.survey, sheets(after.surveys, after.survey, 20));
    expect((await released(after)).unopened).toEqual({ answers: null });
  });

  test('a backup from after the last flush opens with the keys that are there, and nothing is given up', async () => {
    const before = await openSurvey(30);
    await passADay(before);
    await answer(before.surveys, before.survey, sheets(before.surveys, before.survey, 7));
    const after = await before.reopenOn(await backUp(before.database));
    expect(logOf(after)).not.toContain('urn-');
    const release = await released(after);
    expect(release.units[0]!.participation).toMatchObject({ kind: 'exact', respondents: 37 });
    expect(release).not.toHaveProperty('unopened');
  });

  /** Ways for a key to be out of reach that prove nothing; each gives its way back. */
  const aside = async (path: string): Promise<() => Promise<void>> => {
    await rename(path, `${path}.aside`);
    return () => rename(`${path}.aside`, path);
  };
  const ways: Record<string, (scene: Scene) => Promise<() => Promise<void>>> = {
    'the whole key folder is not mounted': async ({ at }) => {
      const back = await aside(at.keysDir);
      await mkdir(at.keysDir);
      return async () => {
        await rename(at.keysDir, `${at.keysDir}.empty`);
        await back();
      };
    },
    'an older copy lies in its place, with the key of tags and without that of the batch': async ({ folder }) => {
      const [batch] = (await readdir(folder)).filter((name) => name !== 'tag' && !name.includes('.'));
      return aside(join(folder, batch!));
    },
    'the key of tags alone is missing': ({ folder }) => aside(join(folder, 'tag')),
  };

  describe.each(Object.entries(ways))('while %s', (_name, takeAway) => {
    test('nothing is acknowledged, opened or given up, and with it back everything is there', async () => {
      const before = await openSurvey(30);
      const giveBack = await takeAway(before);
      const waiting = await before.reopenOn(before.database);
      expect(logOf(waiting)).toContain('"event":"urn-keys-away"');
      expect(logOf(waiting)).toContain(waiting.survey.id);
      expect(await publicState(waiting)).toBe('interrupted');
      expect(await codeOf(waiting)).toBe('503 intake-interrupted');
      const seen = await waiting.surveys.read(waiting.survey);
      expect(seen).toMatchObject({ state: 'open', keysAway: true, unopened: null });
      await passADay(waiting);
      expect(logOf(waiting)).toContain('job-flush-failed KeysAway: keys-away');
      await waiting.surveys.close(waiting.survey);
      await waiting.at.work();
      expect(await waiting.surveys.read(waiting.survey)).toMatchObject({ state: 'closing', keysAway: true });
      await giveBack();
      waiting.at.pass(10 * minute);
      const { rows } = await sql<{ n: number }>`select count(*)::int as n from urn.staged`.execute(before.database.db);
      expect(rows).toEqual([{ n: 30 }]);
      await waiting.at.work();
      const { get } = await waiting.surveys.organizer();
      const release = (await get(`/surveys/${waiting.survey.id}/release`)) as ReleasePage;
      expect(release.units[0]!.participation).toMatchObject({ kind: 'exact', respondents: 30 });
      expect(release).not.toHaveProperty('unopened');
    });
  });

  test('with the keys back, answers are taken again without a new start', async () => {
    const before = await openSurvey(3);
    const giveBack = await aside(before.folder);
    const waiting = await before.reopenOn(before.database);
    expect(await codeOf(waiting)).toBe('503 intake-interrupted');
    await giveBack();
    expect(await publicState(waiting)).toBe('open');
    expect(await codeOf(waiting)).toBe('201 undefined');
  });

  test('keys that go while the house runs are missed by its daily look, and no more is taken', async () => {
    const scene = await openSurvey(3);
    await aside(scene.folder);
    await passADay(scene);
    expect(logOf(scene)).toContain('urn-keys-away');
    expect(await codeOf(scene)).toBe('503 intake-interrupted');
    // The urn itself refuses, not only the door before it.
    const sheet = { nullifier: 'n', unit: 0, answers: {}, packed: new Uint8Array(0) };
    expect(await scene.at.house.urn.accept(scene.survey.id, sheet)).toBe('intake-interrupted');
    expect(await isThere(scene.folder)).toBe(false);
  });

  test('restored from before its close, a survey is not released a second time until its keys are declared lost', async () => {
    const before = await openSurvey(30);
    const backup = await backUp(before.database);
    await released(before);
    expect(await isThere(before.folder)).toBe(false);
    const after = await before.reopenOn(backup);
    expect(logOf(after)).toContain('urn-keys-away');
    for (let days = 0; days < 12; days++) await passADay(after);
    expect((await after.surveys.read(after.survey)).state).toBe('closing');
    await mkdir(after.folder);
    await writeFile(join(after.folder, 'lost'), '');
    await passADay(after);
    const { state } = await after.surveys.read(after.survey);
    expect(state).toBe('released');
    expect(await isThere(after.folder)).toBe(false);
  });

  test('keys declared lost are given up once, and the survey goes on with new ones', async () => {
    const before = await openSurvey(30);
    await aside(before.folder);
    await mkdir(before.folder);
    const waiting = await before.reopenOn(before.database);
    expect(await codeOf(waiting)).toBe('503 intake-interrupted');
    await writeFile(join(waiting.folder, 'lost'), '');
    const after = await waiting.reopenOn(before.database);
    expect(logOf(after)).toContain('urn-answers-given-up');
    expect(await readdir(after.folder)).not.toContain('lost');
    expect(taken(await answer(after.surveys, after.survey, sheets(after.surveys, after.survey, 20)))).toBe(20);
    const release = await released(after);
    expect(release.units[0]!.participation).toMatchObject({ kind: 'exact', respondents: 20 });
    expect(release.unopened).toEqual({ answers: 30 });
  });

  test('who asks and asks while keys are away destroys nothing', async () => {
    const before = await openSurvey(30);
    const giveBack = await aside(before.folder);
    const waiting = await before.reopenOn(before.database);
    const refused = await answer(waiting.surveys, waiting.survey, sheets(waiting.surveys, waiting.survey, 200));
    expect(new Set(refused)).toEqual(new Set([503]));
    await giveBack();
    const release = await released(await waiting.reopenOn(before.database));
    expect(release.units[0]!.participation).toMatchObject({ kind: 'exact', respondents: 30 });
  });
});
