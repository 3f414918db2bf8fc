import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cellsOf, type ReleasePage, type SurveyView, type WavesView } from '@danban/contract';
import { answersFor } from '@danban/server/example/answers';
import { repeatable } from '@danban/server/example/chance';
import { settle, type People } from '@danban/server/example/people';
import { signedIn, submit, type Send } from '@danban/server/example/visitor';
import type { Definition } from '@danban/survey';
import { onEachPostgres } from '../support/onEachPostgres.ts';
import { testHouse, type TestHouse } from '../support/house.ts';

const day = 24 * 60 * 60 * 1000;
const headline = 'q11';
const organisation = (): unknown =>
  JSON.parse(readFileSync(new URL('../../db/seeds/org-tree.json', import.meta.url), 'utf8'));

onEachPostgres((_, fresh) => {
  let at: TestHouse;
  let people: People;
  let send: Send;
  let before: SurveyView;
  let after: SurveyView;
  const desk = (who: keyof People = 'organizer') => signedIn(at.house, send, people[who]);

  /** One wave in all of the department: so many answers at each school named, closed, counted and published. */
  async function wave(
    answers: Record<string, number>,
    seed: number,
    change = (definition: Definition) => definition,
  ): Promise<SurveyView> {
    const organizer = await desk();
    const draft = (await organizer.post('/surveys', {
      template: 'khao-sat-hai-long-phu-huynh',
      bodyId: 'CDGD-TINH',
      unitId: 'SGDDT',
    })) as SurveyView;
    const definition = change(draft.definition as Definition);
    await organizer.put(`/surveys/${draft.id}`, { definition, revision: draft.revision });
    const closesAt = new Date(at.house.clock().getTime() + 10 * day).toISOString();
    const survey = (await organizer.post(`/surveys/${draft.id}/open`, { closesAt })) as SurveyView;
    const chance = repeatable(seed);
    for (const [unit, count] of Object.entries(answers)) {
      const link = survey.links.find((one) => one.unit?.id === unit)!;
      for (let i = 0; i < count; i++) {
        const sheet = answersFor(survey.definition as Definition, chance, 0.6);
        await submit(send, link.slug, randomBytes(18).toString('base64url'), sheet);
      }
    }
    await (await desk()).post(`/surveys/${draft.id}/close`);
    await at.work();
    await at.work();
    return (await (await desk()).put(`/surveys/${draft.id}/publication`, { published: true })) as SurveyView;
  }

  const page = async (survey: SurveyView, unit: number) =>
    (await (await desk('leader')).get(`/surveys/${survey.id}/release?unit=${unit}`)) as ReleasePage;
  const waves = async (survey: SurveyView, unit: number, who: keyof People = 'leader') =>
    ((await (await desk(who)).get(`/surveys/${survey.id}/release/waves?unit=${unit}`)) as WavesView).waves;
  const positionOf = async (survey: SurveyView, id: string) =>
    (await page(survey, 0)).units.find((unit) => unit.id === id && !unit.own)!.position;

  beforeAll(async () => {
    at = await testHouse(await fresh(), { now: new Date('2024-06-03T01:00:00Z').getTime() });
    send = (path, init) => at.app.request(path, init);
    people = await settle(at.house, undefined);
    before = await wave({ 'MN.TPND.01': 24, 'TH.TPND.02': 30, 'MN.MYLOC.04': 22, 'THPT.SONGNINH': 30 }, 1);
    // On 1 September 2024 Mỹ Lộc becomes a part of the city, and its schools with it.
    await (await desk('admin')).put('/organisation', organisation());
    at.pass(180 * day);
    after = await wave({ 'MN.TPND.01': 26, 'MN.MYLOC.04': 25, 'THPT.SONGNINH': 30 }, 2);
  }, 120_000);
  afterAll(() => at.close());

  test('a unit is compared with what its own earlier release shows of it', async () => {
    const [earlier] = await waves(after, await positionOf(after, 'THPT.SONGNINH'));
    const then = await page(before, await positionOf(before, 'THPT.SONGNINH'));
    const at = then.questions.findIndex(({ id }) => id === headline);
    expect(earlier?.closedOn).toBe(then.survey.closedOn);
    expect(earlier?.table).toEqual(then.questions[at]!.tables[0]);
    expect(earlier?.units).toEqual([
      {
        name: then.units[0]!.name,
        participation: then.units[0]!.participation,
        cell: cellsOf(then, then.units[0]!.cells)[at]![0],
      },
    ]);
  });

  test('a unit that took another in is compared with both, each as it was released', async () => {
    const [earlier] = await waves(after, await positionOf(after, 'PGD.TPND'));
    const names = await Promise.all(
      ['PGD.TPND', 'PGD.MYLOC'].map(async (id) => (await page(before, await positionOf(before, id))).units[0]!.name),
    );
    expect(earlier?.units.map(({ name }) => name).toSorted()).toEqual(names.toSorted());
  });

  test('the first wave has none before it, and the whole is compared as a whole', async () => {
    expect(await waves(before, 0)).toEqual([]);
    expect((await waves(after, 0)).map(({ units }) => units.length)).toEqual([1]);
  });

  test('another wording of the headline is another question', async () => {
    at.pass(30 * day);
    const reworded = await wave({}, 3, (definition) => ({
      ...definition,
      questions: definition.questions.map((question) =>
        question.headline ? { ...question, text: { vi: 'Quý vị thấy trường có vui không?' } } : question,
      ),
    }));
    expect(await waves(reworded, 0)).toEqual([]);
    const same = await wave({}, 4);
    expect((await waves(same, 0)).map(({ closedOn }) => closedOn.slice(0, 7))).toEqual(['2024-11', '2024-06']);
  });

  test('the public is shown an earlier wave only where that was published, too', async () => {
    const slug = new URL(after.resultsUrl!).pathname.split('/').at(-1)!;
    const open = async () => ((await (await send(`/api/kq/${slug}/waves`)).json()) as WavesView).waves;
    expect(await open()).toHaveLength(1);
    await (await desk()).put(`/surveys/${before.id}/publication`, { published: false });
    expect(await open()).toEqual([]);
    expect(await waves(after, 0)).toHaveLength(1);
    await (await desk()).put(`/surveys/${before.id}/publication`, { published: true });
  });

  test('a place that is no unit of the release is not found', async () => {
    const { post: _, ...organizer } = await desk();
    await expect(organizer.get(`/surveys/${after.id}/release/waves?unit=99999`)).rejects.toThrow('404');
  });
});
